import { TeamsInfo, type TurnContext } from 'botbuilder';
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
  if (visitor?.email !== undefined || channelId !== 'msteams') return visitor?.email;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    const member = await Promise.race([TeamsInfo.getMember(context, from.id), patience]);
    return member?.email === '' ? undefined : member?.email;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
