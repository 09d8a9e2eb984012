import { randomBytes, randomUUID } from 'node:crypto';
import type { Middleware, TurnContext } from 'botbuilder';
import type { Clock } from '../../core/clock';
import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import { repeat } from '../../core/repeat';
import type { Visitor } from '../../core/visitor';
import type { Redactor } from '../../privacy/redactor';
import { cutText, parseClientActivity, type StoredActivity } from './activity';
import { ActivityFeed } from './activity-feed';
import { toActivitySet, type ActivitySet } from './activity-set';
import { ActivityStream, type ActivityStreamOptions } from './activity-stream';
import type { DirectLineAdapter } from './direct-line-adapter';
import { DirectLineError } from './direct-line-error';
import type { Conversation, DirectLineStore, LoggedActivity } from './direct-line-store';
import { toKeptActivity } from './kept-activity';
import { DEFAULT_LIMITS, type DirectLineLimits } from './limits';
import { ACCESS_SECONDS, Tokens, type Grant } from './tokens';
import type { OpenTurnStore } from './open-turn-store';
import { CHANNEL_ID } from './turn-activity';
import { Turns, type Bot } from './turns';

/** Activities sent at once at most; the rest follows under the next watermark. */
const BATCH = 100;
const SWEEP_MINUTES = 10;
const TAKE_OVER_SECONDS = 2;
const KEY_NAME = 'tokens';
/** As far as an integer of the database goes. */
const LAST_SEQUENCE = 2 ** 31 - 1;

export interface DirectLineOptions {
  readonly store: DirectLineStore;
  readonly openTurns: OpenTurnStore;
  readonly instances: Pick<Instances, 'inTurn' | 'tell' | 'hear'>;
  readonly bot: Bot;
  readonly middleware?: readonly Middleware[];
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  /** Signs tokens, at least 32 bytes; without it the store keeps one of its own. */
  readonly secret?: string | undefined;
  /** Applied to what people write before it is kept; the bot's turn gets it as written. */
  readonly redactor: Redactor;
  readonly now: Clock;
  /** By which conversations grow too old; `now` unless told otherwise. */
  readonly ages?: Clock | undefined;
  readonly limits?: DirectLineLimits;
  readonly log: Log;
}

/** Who is to talk: without a user a new one is made up. */
export interface Participant {
  readonly user?: string | undefined;
  readonly locale?: string | undefined;
  readonly visitor?: Visitor | undefined;
}

/** An access token and what it opens; field names are those of Direct Line 3.0. */
export interface AccessToken {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
}

/** Direct Line 3.0 within the process. All methods reject with {@link DirectLineError} what they refuse. */
export class DirectLine {
  readonly limits: DirectLineLimits;
  readonly tokens: Tokens;
  readonly #store: DirectLineStore;
  readonly #options: DirectLineOptions;
  readonly #feed: ActivityFeed;
  readonly #turns: Turns;
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(options: DirectLineOptions, tokens: Tokens) {
    this.#options = options;
    this.#store = options.store;
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.tokens = tokens;
    this.#feed = new ActivityFeed(options.instances);
    this.#turns = new Turns({
      ...options,
      middleware: options.middleware ?? [],
      feed: this.#feed,
      newId: randomUUID,
    });
  }

  /** Through which the bot speaks first, with a conversation reference from an earlier turn. */
  get adapter(): DirectLineAdapter {
    return this.#turns.adapter;
  }

  /** Completes the turns that crashes cut short, here or on other instances, and deletes idle conversations, until closed. */
  async start(): Promise<void> {
    this.#feed.open();
    await this.#turns.takeOver(0);
    this.#timers = [
      this.#every(TAKE_OVER_SECONDS, 'takeover', () => this.#turns.takeOver()),
      this.#every(SWEEP_MINUTES * 60, 'sweep', () => this.expire()),
    ];
  }

  /** Lets the turns that have begun come to their end. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#turns.idle();
    this.#feed.close();
  }

  /** Deletes conversations that have been idle for too long; gives how many. */
  async expire(): Promise<number> {
    const { now, ages = now } = this.#options;
    const limit = ages().getTime() - this.limits.idleHours * 3_600_000;
    return this.#store.expire(new Date(limit));
  }

  /** Grants a new conversation. It begins when it is started with the token. */
  grant({ user, locale, visitor }: Participant): Grant {
    return {
      conv: randomUUID(),
      user: user ?? `visitor-${randomUUID()}`,
      ...(locale !== undefined && { locale }),
      ...(visitor !== undefined && { visitor }),
    };
  }

  async accessToken(grant: Grant): Promise<AccessToken> {
    const token = await this.tokens.issue('access', grant);
    return { conversationId: grant.conv, token, expires_in: ACCESS_SECONDS };
  }

  /** Starts the granted conversation, or finds it begun; `isNew` tells which. The bot welcomes in a new one. */
  async begin(grant: Grant): Promise<{ readonly isNew: boolean }> {
    const conversation: Conversation = {
      id: grant.conv,
      user: grant.user,
      last: 1,
      ended: false,
      ...(grant.locale !== undefined && { locale: grant.locale }),
      ...(grant.visitor !== undefined && { visitor: grant.visitor }),
    };
    const arrival = this.#stamp(conversation, {
      type: 'conversationUpdate',
      membersAdded: [
        { id: 'bot', name: 'bot' },
        { id: grant.user, name: '' },
      ],
    });
    const isNew = await this.#store.start(conversation, arrival);
    if (isNew) this.#turns.begin(conversation, { sequence: 1, activity: arrival });
    return { isNew };
  }

  /**
   * Takes an activity from the conversation's user and gives its id; once kept, redacted, it is certain to get its turn.
   */
  async receive(grant: Grant, body: unknown): Promise<string> {
    const sent = parseClientActivity(body);
    const conversation = await this.#open(grant.conv);
    const activity = this.#stamp(conversation, sent);
    const { kept, clientId } = await toKeptActivity(activity, this.#options.redactor);
    const { id, isNew, sequence } = await this.#store.receive(conversation.id, kept, clientId);
    if (isNew) {
      this.#feed.logged(conversation.id);
      this.#turns.begin(conversation, { sequence, activity });
    }
    return id;
  }

  /** Tells the conversation's user something outside the bot's turns. */
  async tell(grant: Grant, text: string): Promise<void> {
    await this.#turns.say(await this.#open(grant.conv), { type: 'message', text });
  }

  /** Activities after a watermark; `undefined` reads from the beginning. */
  async read(grant: Grant, watermark: string | undefined): Promise<ActivitySet> {
    const conversation = await this.find(grant.conv);
    const sequence = parseWatermark(watermark);
    const logged = await this.#since(conversation.id, sequence);
    return toActivitySet(logged, Math.min(sequence, conversation.last));
  }

  /** Streams what comes after a watermark, until the returned function is called. */
  async stream(
    grant: Grant,
    watermark: string | undefined,
    options: Omit<ActivityStreamOptions, 'read'>,
  ): Promise<() => void> {
    const { id } = await this.find(grant.conv);
    const stream = new ActivityStream(parseWatermark(watermark), {
      ...options,
      read: (sequence) => this.#since(id, sequence),
    });
    const stop = this.#feed.listen(id, stream);
    stream.logged();
    return stop;
  }

  /** The conversation, also when it has ended; throws `ConversationNotFound`. */
  async find(id: string): Promise<Conversation> {
    const conversation = await this.#store.find(id);
    if (conversation === undefined)
      throw new DirectLineError('ConversationNotFound', 'There is no such conversation.');
    return conversation;
  }

  /** Whether a conversation is over; one that was never begun, or is forgotten, isn't. */
  async hasEnded(id: string): Promise<boolean> {
    return (await this.#store.find(id))?.ended ?? false;
  }

  #every(seconds: number, job: string, task: () => Promise<unknown>): NodeJS.Timeout {
    return repeat(seconds * 1000, async () => {
      await task().catch((err: unknown) => this.#options.log.error({ err }, `${job} failed`));
    });
  }

  async #open(id: string): Promise<Conversation> {
    const conversation = await this.find(id);
    if (conversation.ended)
      throw new DirectLineError('ConversationEnded', 'The conversation has ended.');
    return conversation;
  }

  async #since(id: string, sequence: number): Promise<readonly LoggedActivity[]> {
    const logged = await this.#store.since(id, sequence, BATCH);
    return logged.map((entry) => ({
      ...entry,
      activity: shown(entry.activity, this.limits.shownCharacters),
    }));
  }

  #stamp(conversation: Conversation, content: TypedContent): StoredActivity {
    return {
      ...(conversation.locale !== undefined && { locale: conversation.locale }),
      ...content,
      id: randomUUID(),
      timestamp: this.#options.now().toISOString(),
      channelId: CHANNEL_ID,
      conversation: { id: conversation.id, name: '', isGroup: false, conversationType: '' },
      from: { id: conversation.user, name: conversation.visitor?.name ?? '', role: 'user' },
    };
  }
}

/** What the bot says is shown whole. */
function shown(activity: StoredActivity, characters: number): StoredActivity {
  return activity.from?.role === 'user' ? cutText(activity, characters) : activity;
}

type TypedContent = Readonly<Record<string, unknown>> & { readonly type: string };

/** Opens the embedded Direct Line on its store. */
export async function createDirectLine(options: DirectLineOptions): Promise<DirectLine> {
  const secret =
    options.secret ??
    (await options.store.key(KEY_NAME, () => randomBytes(32).toString('base64url')));
  return new DirectLine(options, new Tokens(Buffer.from(secret), options.now));
}

/** Sequence number of a watermark; the beginning for none and for the "-" of a stream that reads all. */
function parseWatermark(watermark: string | undefined): number {
  if (watermark === undefined || watermark === '' || watermark === '-') return 0;
  const sequence = Number(watermark);
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > LAST_SEQUENCE)
    throw new DirectLineError('BadArgument', 'The watermark is not one that was given out.');
  return sequence;
}
