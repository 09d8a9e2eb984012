import { z } from 'zod';
import { beginningOf } from '../../core/beginning-of';
import { localeTagIn } from '../../core/locale-tag';
import type { Redactor } from '../../privacy/redactor';
import type { StoredActivity } from './activity';

/** Longest name of an event that is kept. */
const LONGEST_NAME = 100;
/** What a click on a thumb says: which, and of what answer. */
const mark = z.object({
  type: z.string().max(100),
  '@type': z.string().max(100),
  '@id': z.string().max(100),
});
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * What is kept of an activity that a client sent: what the chat shows again, its words redacted, and the client's own id
 * of it. Everything else is for the bot's turn alone. A turn that a crash cut short is run again with this.
 */
export async function toKeptActivity(
  activity: StoredActivity,
  redactor: Redactor,
): Promise<{ readonly kept: StoredActivity; readonly clientId: string | undefined }> {
  const { id, timestamp, channelId, conversation, from, type, name, text } = activity;
  const { textFormat, attachments, membersAdded } = activity;
  const value: unknown = activity.value;
  const locale = localeTagIn(activity.locale);
  const clientId = await clientIdOf(activity, redactor);
  const marked = await markOf(activity, redactor);
  const redacted = (words: string) => redactor.redact(words);
  const kept: StoredActivity = {
    ...{ id, type: await redacted(type), timestamp },
    ...(channelId !== undefined && { channelId }),
    ...(conversation !== undefined && { conversation }),
    ...(from !== undefined && { from }),
    ...(locale !== undefined && { locale }),
    ...(textFormat !== undefined && { textFormat: await redacted(textFormat) }),
    ...(name !== undefined && { name: beginningOf(await redacted(name), LONGEST_NAME) }),
    ...(text !== undefined && { text: await redacted(text) }),
    ...(typeof value === 'string' && { value: await redacted(value) }),
    ...(attachments !== undefined && {
      attachments: await Promise.all(
        attachments.map(async ({ contentType }) => ({ contentType: await redacted(contentType) })),
      ),
    }),
    ...(membersAdded !== undefined && {
      membersAdded: await Promise.all(
        membersAdded.map(async (member) => ({ id: await redacted(member.id), name: '' })),
      ),
    }),
    ...(marked !== undefined && { entities: [marked] }),
    ...channelDataOf(activity, clientId),
  };
  return { kept, clientId };
}

/** The mark that an event carries; none where something in it looks like a private detail. */
async function markOf({ type, entities }: StoredActivity, redactor: Redactor) {
  const { data } = mark.safeParse(type === 'event' ? entities?.[0] : undefined);
  const words = Object.values(data ?? {});
  const safe = await Promise.all(words.map((word) => redactor.redact(word)));
  return safe.every((word, place) => word === words[place]) ? data : undefined;
}

/** The client's id, and whether it was a click whose words the chat doesn't show (`postBack`). */
function channelDataOf(activity: StoredActivity, clientId: string | undefined) {
  const { postBack } = dataOf(activity);
  const channelData = {
    ...(clientId !== undefined && { clientActivityID: clientId }),
    ...(postBack === true && { postBack }),
  };
  return Object.keys(channelData).length === 0 ? {} : { channelData };
}

interface ClientData {
  readonly clientActivityID?: unknown;
  readonly postBack?: unknown;
}

function dataOf({ channelData }: StoredActivity): ClientData {
  return typeof channelData === 'object' && channelData !== null ? (channelData as ClientData) : {};
}

/** By which a client finds its own message again among those that it reads; what looks like a private detail is none. */
async function clientIdOf(
  activity: StoredActivity,
  redactor: Redactor,
): Promise<string | undefined> {
  const { clientActivityID: id } = dataOf(activity);
  if (typeof id !== 'string') return undefined;
  return GUID.test(id) || (await redactor.redact(id)) === id ? id : undefined;
}
