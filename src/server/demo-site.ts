import { randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { DemoPerson } from '../accounts/demo/demo-people';
import type { Clock } from '../core/clock';
import type { HostSite } from './visitor-verifier';

const LIFETIME_SECONDS = 60;

/** The site that the demo page pretends to be: it vouches for whomever one chooses to be. */
export class DemoSite implements HostSite {
  readonly issuer = 'demo';
  readonly audience = 'partner-benefits-bot';
  readonly key = { secret: randomBytes(32).toString('base64url') };
  readonly people: readonly DemoPerson[];
  readonly #now: Clock;

  constructor(people: readonly DemoPerson[], now: Clock) {
    this.people = people;
    this.#now = now;
  }

  find(user: string | null): DemoPerson | undefined {
    return this.people.find((person) => person.user === user);
  }

  /** What a host site's backend does for its signed-in visitor: docs/web-chat.md. */
  async vouchFor({ user, label }: DemoPerson): Promise<string> {
    const issued = Math.floor(this.#now().getTime() / 1000);
    return new SignJWT({ name: label })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(this.issuer)
      .setAudience(this.audience)
      .setSubject(user)
      .setJti(randomUUID())
      .setIssuedAt(issued)
      .setExpirationTime(issued + LIFETIME_SECONDS)
      .sign(new TextEncoder().encode(this.key.secret));
  }
}
