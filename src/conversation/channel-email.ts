import { TeamsInfo, type TurnContext } from 'botbuilder';
import { emailIn } from '../core/email-in';
import { VISITOR, type Visitor } from '../core/visitor';

/** A person doesn't wait longer for what they can as well type. */
const PATIENCE_MS = 2000;

/**
 * The e-mail address that the channel vouches for: of a visitor whom a host site has signed in, or of a member in Teams.
 * Undefined where there is none, or where Teams doesn't say in time; then the person is asked.
 */
export async function channelEmail(context: TurnContext): Promise<string | undefined> {
  const visitor = context.turnState.get<Visitor | undefined>(VISITOR);
  const { channelId, from } = context.activity;
  if (visitor?.email !== undefined || channelId !== 'msteams') return addressOf(visitor);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    const member = await Promise.race([TeamsInfo.getMember(context, from.id), patience]);
    return addressOf(member);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** A site or a directory may hold anything in its place: only an address and nothing else is written to. */
function addressOf(person: { readonly email?: string } | undefined): string | undefined {
  const { email = '' } = person ?? {};
  return emailIn(email) === email ? email : undefined;
}
