import type { Activity, ConversationReference, Middleware, TurnContext } from 'botbuilder';
import type { Clock } from '../../core/clock';
import { StorageError } from '../../core/errors';
import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import type { TurnRecord } from '../../core/turn-record';
import { isUnavailable } from '../../storage/is-unavailable';
import type { StoredActivity } from './activity';
import type { ActivityFeed } from './activity-feed';
import { DirectLineAdapter, type TurnSurroundings } from './direct-line-adapter';
import { DirectLineError } from './direct-line-error';
import type {
  Conversation,
  DirectLineStore,
  LoggedActivity,
  TurnResult,
} from './direct-line-store';
import type { OpenTurnStore } from './open-turn-store';
import { toContinuation, toReply, toTurnActivity } from './turn-activity';
import { TurnsUnderWay } from './turns-under-way';

/** The bot as the Bot Framework knows it: what happens on each activity. */
export interface Bot {
  run(context: TurnContext): Promise<void>;
}

export interface TurnsOptions {
  readonly store: DirectLineStore;
  readonly openTurns: OpenTurnStore;
  readonly instances: Pick<Instances, 'inTurn'>;
  readonly feed: ActivityFeed;
  readonly bot: Bot;
  readonly middleware: readonly Middleware[];
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  readonly now: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

/** Which open turns to complete: all up to a sequence number. The one that was received here is nobody else's. */
interface Which {
  readonly upTo: number;
  readonly received?: LoggedActivity;
}

type Result = Pick<TurnResult, 'replies' | 'record'>;

/** Where nothing has happened for so long, nobody is answering: whoever received the message has crashed. */
const LEFT_OPEN_MS = 3000;
/** A message that has brought down so many processes isn't tried again. */
const MOST_TAKEOVERS = 3;

/** Gives the bot its turns: one after another within a conversation, what it says kept whole or not at all. */
export class Turns {
  readonly adapter: DirectLineAdapter;
  readonly #options: TurnsOptions;
  readonly #underWay = new TurnsUnderWay();

  constructor(options: TurnsOptions) {
    this.#options = options;
    this.adapter = new DirectLineAdapter((reference, logic) => this.#proactively(reference, logic));
    this.adapter.use(...options.middleware);
    this.adapter.onTurnError = async (context, error) => {
      // What a database that is away has cut short isn't answered: it stays open, and is run again.
      if (isUnavailable(error)) throw error;
      await options.onTurnError(context, error);
    };
  }

  /**
   * Gives the bot its turn on what was just received, after the turns before it, without waiting for it. The bot gets it
   * as it was written, which the log doesn't hold.
   */
  begin(conversation: Conversation, received: LoggedActivity): void {
    this.#completeLater(conversation, { upTo: received.sequence, received });
  }

  /** Takes over the turns that others have left open, without waiting for them. */
  async takeOver(idleMs = LEFT_OPEN_MS): Promise<void> {
    const { openTurns, store, now } = this.#options;
    for (const id of await openTurns.findIdle(new Date(now().getTime() - idleMs))) {
      const conversation = this.#underWay.has(id) ? undefined : await store.find(id);
      if (conversation !== undefined)
        this.#completeLater(conversation, { upTo: conversation.last });
    }
  }

  /** Logs something that the bot says outside a turn. */
  async say(conversation: Conversation, activity: Partial<Activity>): Promise<void> {
    const reply = toReply(conversation, activity, this.#stamp());
    await this.#inTurn(conversation, () => this.#keep(conversation, { replies: [reply] }));
  }

  /** Resolves when all turns that have begun are over. */
  async idle(): Promise<void> {
    await this.#underWay.idle();
  }

  #inTurn(conversation: Conversation, task: () => Promise<void>): Promise<void> {
    const { id } = conversation;
    return this.#underWay.run(id, () => this.#options.instances.inTurn(id, task));
  }

  async #proactively(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const conversation = await this.#options.store.find(reference.conversation?.id ?? '');
    if (conversation === undefined)
      throw new DirectLineError('ConversationNotFound', 'There is no such conversation.');
    const activity = toContinuation(conversation, reference, this.#stamp());
    await this.#inTurn(conversation, async () => {
      const result = await this.#collect(conversation, activity, (turn, surroundings) =>
        this.adapter.run(turn, surroundings, logic),
      );
      await this.#keep(conversation, result);
    });
  }

  #completeLater(conversation: Conversation, which: Which): void {
    const turn = this.#inTurn(conversation, () => this.#complete(conversation, which));
    void turn.catch((err: unknown) => {
      this.#options.log.error({ err, conversation: conversation.id }, 'turn left open');
    });
  }

  /** Whoever comes first does all that is open: what others have received before may be left by someone who crashed. */
  async #complete(conversation: Conversation, { upTo, received }: Which): Promise<void> {
    const { openTurns, bot } = this.#options;
    for (const open of await openTurns.list(conversation.id, upTo)) {
      const own = open.sequence === received?.sequence ? received : undefined;
      const takeovers = own ? 0 : await openTurns.takeOver(conversation.id, open.sequence);
      if (takeovers === undefined) continue;
      const { activity: heard } = own ?? open;
      const result = await this.#collect(conversation, heard, (activity, surroundings) =>
        takeovers > MOST_TAKEOVERS
          ? this.adapter.fail(activity, surroundings, new StorageError('Tried too often.'))
          : this.adapter.run(activity, surroundings, (context) => bot.run(context)),
      );
      await this.#keep(conversation, result, open);
    }
  }

  async #collect(
    conversation: Conversation,
    activity: StoredActivity,
    turn: (activity: Partial<Activity>, surroundings: TurnSurroundings) => Promise<void>,
  ): Promise<Result> {
    const { feed, log } = this.#options;
    const replies: StoredActivity[] = [];
    let record: TurnRecord | undefined;
    const takeRecord = (taken: TurnRecord) => (record = taken);
    const add = (said: Partial<Activity>) => {
      const reply = toReply(conversation, said, { ...this.#stamp(), replyToId: activity.id });
      if (reply.type === 'typing') feed.passing(conversation.id, reply);
      else replies.push(reply);
      return reply.id;
    };
    try {
      const { visitor } = conversation;
      await turn(toTurnActivity(activity), { outbox: { add }, takeRecord, visitor });
    } catch (err) {
      if (isUnavailable(err)) throw err;
      log.error({ err, conversation: conversation.id }, 'turn failed');
    }
    return { replies, record };
  }

  async #keep(
    { id }: Conversation,
    { replies, record }: Result,
    turn?: LoggedActivity,
  ): Promise<void> {
    const { store, feed } = this.#options;
    await store.answer(id, { replies, record, answers: turn?.sequence });
    const ends = [...replies, ...(turn ? [turn.activity] : [])].some(
      ({ type }) => type === 'endOfConversation',
    );
    if (ends) await store.end(id);
    if (replies.length > 0) feed.logged(id);
  }

  #stamp() {
    return { id: this.#options.newId(), timestamp: this.#options.now().toISOString() };
  }
}
