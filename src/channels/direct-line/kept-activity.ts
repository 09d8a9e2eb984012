import type { Redactor } from '../../privacy/redactor';
import type { StoredActivity } from './activity';

/** Longest name of an event that is kept. */
const LONGEST_NAME = 100;

/**
 * What is kept of an activity that a client sent: what the chat shows again, its words redacted. Everything else, such
 * as data of the client's own, is for the bot's turn alone. A turn that a crash cut short is run again with this.
 */
export async function toKeptActivity(
  activity: StoredActivity,
  redactor: Redactor,
): Promise<StoredActivity> {
  const { id, type, timestamp, channelId, conversation, from, locale, textFormat } = activity;
  const { name, text, attachments, membersAdded } = activity;
  const value: unknown = activity.value;
  const clientActivityID = clientIdOf(activity);
  return {
    ...{ id, type, timestamp },
    ...(channelId !== undefined && { channelId }),
    ...(conversation !== undefined && { conversation }),
    ...(from !== undefined && { from }),
    ...(locale !== undefined && { locale }),
    ...(textFormat !== undefined && { textFormat }),
    ...(name !== undefined && { name: (await redactor.redact(name)).slice(0, LONGEST_NAME) }),
    ...(text !== undefined && { text: await redactor.redact(text) }),
    ...(typeof value === 'string' && { value: await redactor.redact(value) }),
    ...(attachments !== undefined && {
      attachments: attachments.map(({ contentType }) => ({ contentType })),
    }),
    ...(membersAdded !== undefined && { membersAdded }),
    ...(clientActivityID !== undefined && { channelData: { clientActivityID } }),
  };
}

/** By which a client finds its own message again among those that it reads. */
function clientIdOf({ channelData }: StoredActivity): string | undefined {
  if (typeof channelData !== 'object' || channelData === null) return undefined;
  const { clientActivityID } = channelData as { readonly clientActivityID?: unknown };
  return typeof clientActivityID === 'string' ? clientActivityID : undefined;
}
