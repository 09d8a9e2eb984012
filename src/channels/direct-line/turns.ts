import type { Activity, ConversationReference, Middleware, TurnContext } from 'botbuilder';
import type { Clock } from '../../core/clock';
import type { Log } from '../../core/log';
import type { StoredActivity } from './activity';
import type { ActivityFeed } from './activity-feed';
import { DirectLineAdapter, type Outbox } from './direct-line-adapter';
import type { Conversation, DirectLineStore, LoggedActivity } from './direct-line-store';
import { SerialQueue } from './serial-queue';

/** Name of the channel in activities. */
export const CHANNEL_ID = 'directline';

/** The bot as the Bot Framework knows it: what happens on each activity. */
export interface Bot {
  run(context: TurnContext): Promise<void>;
}

export interface TurnsOptions {
  readonly store: DirectLineStore;
  readonly feed: ActivityFeed;
  readonly bot: Bot;
  readonly middleware: readonly Middleware[];
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  readonly now: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

const BOT_ACCOUNT = { id: 'bot', name: 'bot', role: 'bot' };

/** Gives the bot its turns: one after another within a conversation, what it says kept whole or not at all. */
export class Turns {
  readonly adapter: DirectLineAdapter;
  readonly #options: TurnsOptions;
  readonly #queue = new SerialQueue();

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.adapter = new DirectLineAdapter((reference, logic) => this.#proactively(reference, logic));
    this.adapter.use(...options.middleware);
    this.adapter.onTurnError = options.onTurnError;
  }

  /** Gives the bot its turn on a logged activity, without waiting for it. */
  begin(conversation: Conversation, { sequence, activity }: LoggedActivity): void {
    const turn = async () => {
      const replies = await this.#run(conversation, toTurnActivity(activity), (context) =>
        this.#options.bot.run(context),
      );
      await this.#keep(conversation, replies, { activity, sequence });
    };
    void this.#queue.run(conversation.id, turn).catch((error: unknown) => {
      this.#options.log.error({ err: error, conversation: conversation.id }, 'turn lost');
    });
  }

  /** Logs something that the bot says outside a turn. */
  async say(conversation: Conversation, activity: Partial<Activity>): Promise<void> {
    const reply = this.#toReply(conversation, activity);
    await this.#queue.run(conversation.id, () => this.#keep(conversation, [reply]));
  }

  /** Resolves when all turns that have begun are over. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  async #proactively(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const conversation = await this.#options.store.find(reference.conversation?.id ?? '');
    if (conversation === undefined) return;
    const event = {
      type: 'event',
      name: 'ContinueConversation',
      ...(reference.locale !== undefined && { locale: reference.locale }),
      id: this.#options.newId(),
      timestamp: this.#options.now().toISOString(),
      channelId: CHANNEL_ID,
      conversation: { id: conversation.id, name: '', isGroup: false, conversationType: '' },
      from: { id: conversation.user, name: '', role: 'user' },
    };
    await this.#queue.run(conversation.id, async () => {
      const replies = await this.#run(conversation, toTurnActivity(event), logic);
      await this.#keep(conversation, replies);
    });
  }

  async #run(
    conversation: Conversation,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<readonly StoredActivity[]> {
    const replies: StoredActivity[] = [];
    const outbox: Outbox = {
      add: (said) => {
        const reply = this.#toReply(conversation, said, activity.id);
        if (reply.type === 'typing') this.#options.feed.passing(conversation.id, reply);
        else replies.push(reply);
        return reply.id;
      },
    };
    try {
      await this.adapter.run(activity, { outbox, visitor: conversation.visitor }, logic);
    } catch (error) {
      this.#options.log.error({ err: error, conversation: conversation.id }, 'turn failed');
    }
    return replies;
  }

  async #keep(
    conversation: Conversation,
    replies: readonly StoredActivity[],
    turn?: LoggedActivity,
  ): Promise<void> {
    await this.#options.store.answer(conversation.id, replies, turn?.sequence);
    const ends = [...replies, ...(turn ? [turn.activity] : [])].some(
      ({ type }) => type === 'endOfConversation',
    );
    if (ends) await this.#options.store.end(conversation.id);
    if (replies.length > 0) this.#options.feed.logged(conversation.id);
  }

  #toReply(
    conversation: Conversation,
    activity: Partial<Activity>,
    replyToId?: string,
  ): StoredActivity {
    const { recipient, serviceUrl, ...content } = activity;
    return {
      ...withoutInstants(content),
      type: activity.type ?? 'message',
      id: this.#options.newId(),
      timestamp: this.#options.now().toISOString(),
      channelId: CHANNEL_ID,
      conversation: { id: conversation.id, name: '', isGroup: false, conversationType: '' },
      from: BOT_ACCOUNT,
      ...(replyToId !== undefined && { replyToId }),
    };
  }
}

function withoutInstants({
  timestamp,
  localTimestamp,
  expiration,
  ...rest
}: Partial<Activity>): Omit<Partial<Activity>, 'timestamp' | 'localTimestamp' | 'expiration'> {
  return rest;
}

function toTurnActivity(activity: StoredActivity): Partial<Activity> {
  return {
    ...activity,
    timestamp: new Date(activity.timestamp),
    recipient: BOT_ACCOUNT,
    serviceUrl: 'urn:direct-line',
  };
}
