import { ActivityTypes, TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { AccountBackend } from '../../src/accounts/account-backend';
import { channelOf } from '../../src/channels/channel-of';
import { ChannelNotifier } from '../../src/conversation/channel-notifier';
import { createConversation } from '../../src/conversation/create-conversation';
import { serializeTurns } from '../../src/conversation/middleware/serialize-turns';
import type { PrivacyFacts } from '../../src/conversation/privacy-notice';
import type { Identify } from '../../src/conversation/identify';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import type { SupportSide } from '../../src/conversation/support-side';
import { createLocalRecordRedactor } from '../../src/privacy/local-record-redactor';
import { localRedactor } from '../../src/privacy/local-redactor';
import type { Database } from '../../src/storage/database';
import { createSupportDesk } from '../../src/support/create-support-desk';
import { deskBackend } from '../../src/support/tickets/desk-backend';
import type { TicketBackend } from '../../src/support/tickets/ticket-backend';
import type { Recognizer } from '../../src/understanding/recognizers/recognizer';
import { content, translator } from './content';
import { openMemory } from './open-memory';

export interface ChatOptions {
  readonly recognizer: Recognizer;
  readonly accounts?: AccountBackend;
  readonly identify?: Identify;
  readonly locale?: string;
  readonly channelId?: string;
  readonly conversationId?: string;
  readonly database?: Database;
  readonly now?: () => Date;
  readonly privacy?: Partial<PrivacyFacts>;
  readonly expose?: boolean;
  readonly backend?: TicketBackend;
  readonly support?: Partial<SupportSide>;
}

/** The real conversation on a real database, without an adapter. */
export async function createTestConversation(options: ChatOptions) {
  const now = options.now ?? (() => new Date('2026-05-20T10:00:00Z'));
  const database = options.database ?? (await openMemory());
  const log = pino({ level: 'silent' });
  const notifier = new ChannelNotifier(translator, channelOf);
  const desk = createSupportDesk({
    ...{ database, notifier, now, log, timeZone: 'Europe/Stockholm' },
    backend: options.backend ?? deskBackend,
  });
  const conversation = createConversation({
    support: {
      ...{ tickets: desk.tickets, redactor: localRedactor },
      recordRedactor: createLocalRecordRedactor(localRedactor),
      newId: randomUUID,
      ...options.support,
    },
    content,
    translator,
    recognizer: options.recognizer,
    accounts: options.accounts ?? { find: () => Promise.resolve({ status: 'unknown' }) },
    identify: options.identify ?? (() => undefined),
    records: desk.records,
    channelOf,
    now,
    timeZone: 'Europe/Stockholm',
    privacy: {
      ...{ transcriptDays: 30, outcomeDays: 365, asksAzure: false, ticketsGo: 'nowhere' },
      ...options.privacy,
    },
    expose: options.expose ?? true,
    log,
  });
  return { conversation, translator, notifier, database, desk, log, now };
}

/** A conversation with the real bot on a real database, without HTTP. */
export async function openChat(options: ChatOptions) {
  const { locale = 'en-GB', channelId = 'webchat' } = options;
  const { conversation, notifier, database, desk } = await createTestConversation(options);
  const { bot, middleware } = conversation;
  const { conversationId: id } = options;
  const adapter = new TestAdapter((context) => bot.run(context), {
    ...{ channelId, locale },
    ...(id !== undefined && {
      conversation: { id, name: '', isGroup: false, conversationType: '' },
    }),
  });
  for (const step of [serializeTurns(new LocalInstances()), ...middleware]) adapter.use(step);
  // The test adapter has no `continueConversation`.
  notifier.connect((reference, logic) =>
    adapter.processActivity(
      { ...TurnContext.applyConversationReference({ type: 'event' }, reference, true) },
      logic,
    ),
  );

  /** Sends an activity; gives all replies to it. */
  const send = async (activity: Partial<Activity>): Promise<Partial<Activity>[]> => {
    adapter.activeQueue.splice(0);
    await adapter.processActivity({ type: ActivityTypes.Message, locale, ...activity });
    return adapter.activeQueue.splice(0);
  };
  /** Says something; gives the texts of all replies, joined. */
  const say = async (text: string): Promise<string> =>
    (await send({ text })).map((reply) => reply.text).join('\n---\n');
  return { send, say, database, desk, adapter };
}

/** Titles of the buttons of a reply. */
export function buttons(reply: Partial<Activity> | undefined): string[] {
  return (reply?.suggestedActions?.actions ?? []).map((action) =>
    typeof action === 'string' ? action : action.title,
  );
}
