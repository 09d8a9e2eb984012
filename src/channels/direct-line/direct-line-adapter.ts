import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';
import { TAKE_RECORD, type TakeRecord } from '../../core/turn-record';
import { VISITOR, type Visitor } from '../../core/visitor';

/** Where the activities of a turn go. */
export interface Outbox {
  /** Takes an activity and gives the id under which clients will read it. */
  add(activity: Partial<Activity>): string;
}

/** What a turn has besides its activity. */
export interface TurnSurroundings {
  readonly outbox: Outbox;
  readonly takeRecord: TakeRecord;
  /** The signed-in visitor whose turn it is. */
  readonly visitor: Visitor | undefined;
}

const OUTBOX = Symbol('outbox');

/** What the bot says in a turn of its own accord, without a message before it. */
export type Proactively = (
  reference: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

/** Bot Framework adapter of the embedded Direct Line: a turn's activities go to its outbox. */
export class DirectLineAdapter extends BotAdapter {
  readonly #proactively: Proactively;

  constructor(proactively: Proactively) {
    super();
    this.#proactively = proactively;
  }

  /** Runs middleware and bot on one activity. Rejects only when the turn's own error handling fails. */
  async run(
    activity: Partial<Activity>,
    surroundings: TurnSurroundings,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.runMiddleware(this.#contextOf(activity, surroundings), logic);
  }

  /** Gives an activity to the turn's error handling, without trying it. */
  async fail(
    activity: Partial<Activity>,
    surroundings: TurnSurroundings,
    error: Error,
  ): Promise<void> {
    await this.onTurnError(this.#contextOf(activity, surroundings), error);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const outbox = context.turnState.get<Outbox>(OUTBOX);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === 'delay') await wait(activity.value);
      const isForClient = !['delay', 'trace', 'invokeResponse'].includes(activity.type ?? '');
      responses.push({ id: isForClient ? outbox.add(activity) : '' });
    }
    return responses;
  }

  /** Direct Line clients can't change what they have shown. */
  override async updateActivity(): Promise<void> {
    await Promise.reject(new Error('Direct Line has no updates of activities.'));
  }

  /** Direct Line clients can't take back what they have shown. */
  override async deleteActivity(): Promise<void> {
    await Promise.reject(new Error('Direct Line has no deletion of activities.'));
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.#proactively(reference, logic);
  }

  /** As {@link continueConversation}; the bot's id and audience mean nothing here. */
  override async continueConversationAsync(
    _bot: unknown,
    reference: Partial<ConversationReference>,
    logicOrAudience: string | ((context: TurnContext) => Promise<void>),
    logic?: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const run = typeof logicOrAudience === 'function' ? logicOrAudience : logic;
    if (run !== undefined) await this.#proactively(reference, run);
  }

  #contextOf(activity: Partial<Activity>, surroundings: TurnSurroundings): TurnContext {
    const { outbox, takeRecord, visitor } = surroundings;
    const context = new TurnContext(this, activity);
    context.turnState.set(OUTBOX, outbox);
    context.turnState.set(TAKE_RECORD, takeRecord);
    if (visitor !== undefined) context.turnState.set(VISITOR, visitor);
    return context;
  }
}

async function wait(milliseconds: unknown): Promise<void> {
  if (typeof milliseconds === 'number')
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
