import { ActivityTypes, TestAdapter, type Activity } from 'botbuilder';
import pino from 'pino';
import type { AccountBackend } from '../../src/accounts/account-backend';
import { channelOf } from '../../src/channels/channel-of';
import { loadContent } from '../../src/content/load-content';
import { createTranslator } from '../../src/content/translator';
import { createConversation } from '../../src/conversation/create-conversation';
import type { Identify } from '../../src/conversation/identify';
import { BotStorage } from '../../src/storage/bot-storage';
import { openDatabase, type Database } from '../../src/storage/database';
import type { Recognizer } from '../../src/understanding/recognizers/recognizer';

/** The real content: loading it once is enough, nothing changes it. */
export const content = loadContent(`${__dirname}/../..`);
export const translator = createTranslator(content);

export interface ChatOptions {
  readonly recognizer: Recognizer;
  readonly accounts?: AccountBackend;
  readonly identify?: Identify;
  readonly locale?: string;
  readonly channelId?: string;
  readonly database?: Database;
  readonly now?: () => Date;
  readonly expose?: boolean;
}

/** A conversation with the real bot on a real database, without HTTP. */
export async function openChat(options: ChatOptions) {
  const { locale = 'en-GB', channelId = 'webchat' } = options;
  const now = options.now ?? (() => new Date('2026-05-20T10:00:00Z'));
  const database = options.database ?? (await openDatabase('file::memory:'));
  const { bot, middleware } = createConversation({
    content,
    translator,
    recognizer: options.recognizer,
    accounts: options.accounts ?? { find: () => Promise.resolve({ status: 'unknown' }) },
    identify: options.identify ?? (() => undefined),
    storage: new BotStorage(database, now),
    channelOf,
    now,
    timeZone: 'Europe/Stockholm',
    expose: options.expose ?? true,
    log: pino({ level: 'silent' }),
  });
  const adapter = new TestAdapter((context) => bot.run(context), { channelId, locale });
  for (const step of middleware) adapter.use(step);

  /** Sends an activity; gives all replies to it. */
  const send = async (activity: Partial<Activity>): Promise<Partial<Activity>[]> => {
    adapter.activeQueue.splice(0);
    await adapter.processActivity({ type: ActivityTypes.Message, locale, ...activity });
    return adapter.activeQueue.splice(0);
  };
  /** Says something; gives the texts of all replies, joined. */
  const say = async (text: string): Promise<string> =>
    (await send({ text })).map((reply) => reply.text).join('\n---\n');
  return { send, say, database };
}

/** Titles of the buttons of a reply. */
export function buttons(reply: Partial<Activity> | undefined): string[] {
  return (reply?.suggestedActions?.actions ?? []).map((action) =>
    typeof action === 'string' ? action : action.title,
  );
}
