import { TurnContext, type Activity, type Middleware } from 'botbuilder';
import { z } from 'zod';
import { readClick } from './choice-card';
import { TEAMS } from './teams-id';

/** What Teams tells of a person's client with each activity. */
const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });
const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }) });

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
  TurnContext.removeRecipientMention(activity);
  const said = textOf(activity)
    .replace(/<\/?at[^<>]{0,200}>/gi, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .trim();
  activity.text = said === '' ? (readClick(activity.value)?.choice ?? '') : said;
}

function textOf({ text }: Partial<Activity>): string {
  return text ?? '';
}
