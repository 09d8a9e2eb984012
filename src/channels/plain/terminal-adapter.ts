import { randomUUID } from 'node:crypto';
import {
  ActivityTypes,
  BotAdapter,
  TurnContext,
  type Activity,
  type ResourceResponse,
} from 'botbuilder';

/** One person at a terminal: what the bot says goes to a function, message by message. */
export class TerminalAdapter extends BotAdapter {
  readonly #conversationId = randomUUID();

  constructor(
    private readonly bot: { run(context: TurnContext): Promise<void> },
    private readonly show: (activity: Partial<Activity>) => void,
    private readonly locale?: string,
  ) {
    super();
  }

  /** Hands an activity to the bot; resolves when its turn is over. */
  async receive(activity: Partial<Activity>): Promise<void> {
    const context = new TurnContext(this, {
      type: ActivityTypes.Message,
      id: randomUUID(),
      channelId: 'terminal',
      conversation: {
        id: this.#conversationId,
        isGroup: false,
        conversationType: 'personal',
        name: '',
      },
      from: { id: 'person', name: '' },
      recipient: { id: 'bot', name: 'bot' },
      ...(this.locale !== undefined && { locale: this.locale }),
      ...activity,
    });
    await this.runMiddleware(context, (turn) => this.bot.run(turn));
  }

  override sendActivities(
    _: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    activities.filter(({ text }) => text !== undefined).forEach(this.show);
    return Promise.resolve(activities.map(() => ({ id: randomUUID() })));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new RangeError('A terminal can not change what it has printed.'));
  }

  override deleteActivity(): Promise<void> {
    return this.updateActivity();
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new RangeError('Nobody is at the terminal between turns.'));
  }
}
