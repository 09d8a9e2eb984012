import { ClaimsIdentity } from 'botframework-connector';
import { decodeProtectedHeader, importJWK, jwtVerify, type JWTPayload } from 'jose';
import type { Log } from '../core/log';
import type { Arrival, Door } from './door';
import { HttpError } from './http-error';
import { isServiceHost } from './service-hosts';
import type { SigningKey } from './fetch-keys';
import type { SigningKeys } from './signing-keys';

/** Signatures with a public key only: anybody could make the others with it. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** Difference between clocks that the Bot Connector authentication allows. */
const CLOCK_TOLERANCE = '5 minutes';

export interface BotServiceDoorOptions {
  readonly appId: string;
  readonly issuer: string;
  readonly keys: Pick<SigningKeys, 'find'>;
  /** Hosts of service URLs beside those of Microsoft. */
  readonly allowedHosts: readonly string[];
  readonly log: Log;
}

/**
 * Lets in what Azure Bot Service signed for this bot, this channel and this service URL, by the rules of "Authenticate
 * requests from the Bot Connector service". The SDK's own check answers a bad signature with 500 and its reason, and
 * takes a key without endorsements for one that is good for every channel.
 */
export class BotServiceDoor implements Door {
  constructor(private readonly options: BotServiceDoorOptions) {}

  async admit(arrival: Arrival, authorization: string | undefined): Promise<ClaimsIdentity> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized();
    const claims = await this.#verify(token, arrival);
    if (!isServiceHost(arrival.serviceUrl, this.options.allowedHosts)) {
      const { host } = new URL(arrival.serviceUrl);
      this.options.log.warn({ host }, 'service URL refused: see SERVICE_URL_HOSTS');
      throw new HttpError('ForeignServiceUrl', 'The bot sends no replies to this service URL.');
    }
    const pairs = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
    return new ClaimsIdentity(pairs, true);
  }

  async #verify(token: string, arrival: Arrival): Promise<JWTPayload> {
    const key = await this.#keyOf(token);
    if (!isEndorsed(key, arrival.channelId)) throw unauthorized();
    try {
      const { payload } = await jwtVerify(token, await importJWK(key, 'RS256'), {
        algorithms: ALGORITHMS,
        issuer: this.options.issuer,
        audience: this.options.appId,
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp'],
      });
      if (payload['serviceurl'] !== arrival.serviceUrl) throw new Error('Another service URL.');
      return payload;
    } catch (cause) {
      throw unauthorized({ cause });
    }
  }

  async #keyOf(token: string): Promise<SigningKey> {
    const id = keyIdOf(token);
    const key = await this.options.keys.find(id).catch((error: unknown) => {
      this.options.log.error({ err: error }, 'keys of Azure Bot Service not available');
      throw new HttpError('Unavailable', 'Try again later.', { cause: error });
    });
    if (key?.kty !== 'RSA') throw unauthorized();
    return key;
  }
}

function keyIdOf(token: string): string {
  try {
    const { kid, alg } = decodeProtectedHeader(token);
    if (typeof kid === 'string' && ALGORITHMS.includes(alg ?? '')) return kid;
  } catch (cause) {
    throw unauthorized({ cause });
  }
  throw unauthorized();
}

function isEndorsed({ endorsements }: SigningKey, channelId: string): boolean {
  return endorsements.includes(channelId);
}

function unauthorized(options?: ErrorOptions): HttpError {
  return new HttpError('Unauthorized', 'Not authorized.', options);
}
