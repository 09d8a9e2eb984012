import type { Activity, Middleware } from 'botbuilder';
import { z } from 'zod';
import { readClick } from './choice-card';
import { TEAMS } from './teams-id';
import { writtenText } from './written-text';

/** What Teams tells of a person's client with each activity. */
const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });
const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  /** As it stands in the message. */
  text: z.string().optional().catch(undefined),
});
/** How ids of bots begin; people's begin with 29. */
const BOT = '28:';

/**
 * Reads activities of Teams as what a person said to the bot: without mentions, in the language of their client, and in a
 * group or channel only what is meant for the bot.
 */
export function readTeams(): Middleware {
  return {
    async onTurn(context, next) {
      const { activity } = context;
      if (activity.channelId === TEAMS) {
        const { conversationType: kind } = activity.conversation;
        // Account state hangs on this: what isn't known to be private is not.
        activity.conversation.isGroup = kind !== 'personal';
        if (!isForTheBot(activity)) return;
        readWords(activity);
      }
      await next();
    },
  };
}

/** Teams sends unmentioned messages of groups only to bots that asked for them, but a permission may be given any time. */
function isForTheBot({ type, conversation, entities = [], recipient, value }: Activity): boolean {
  const isSaid = ['message', 'messageUpdate'].includes(type);
  if (!isSaid || !conversation.isGroup || readClick(value) !== undefined) return true;
  return entities.some((entity) => mention.safeParse(entity).data?.mentioned.id === recipient.id);
}

function readWords(activity: Activity): void {
  const client = activity.entities?.map((entity) => clientInfo.safeParse(entity).data);
  activity.locale ??= client?.find((found) => found !== undefined)?.locale ?? '';
  activity.channelData ??= {};
  // Teams sends each text a second time as an attachment.
  activity.attachments = (activity.attachments ?? []).filter(
    ({ contentType }) => contentType !== 'text/html',
  );
  const said = writtenText(withoutBots(activity));
  activity.text = said === '' ? (readClick(activity.value)?.choice ?? '') : said;
}

/** Who calls several bots says their names to none of them; people who are mentioned may belong to what is said. */
function withoutBots({ text, entities = [], recipient }: Activity): string {
  const isBot = (id = '') => id.startsWith(BOT) || id === recipient.id;
  return entities
    .map((entity) => mention.safeParse(entity).data)
    .flatMap((found) => (isBot(found?.mentioned.id) ? (found?.text ?? []) : []))
    .reduce((left, name) => left.replaceAll(name, ' '), textOf({ text }));
}

function textOf({ text }: Partial<Activity>): string {
  return text ?? '';
}
