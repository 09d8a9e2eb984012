import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { TEAMS } from '../channels/teams/teams-id';
import type { Log } from '../core/log';
import type { Memory } from './memory';

/** People edit or delete what they have just written, seldom what is further up. */
const REMEMBERED = 10;

/** Knows which of the bot's messages reply to which of a person's, where messages can be edited and deleted. */
export class OwnReplies {
  constructor(
    private readonly memory: Memory,
    private readonly log: Log,
  ) {}

  /** Notes the replies of each turn. */
  watch(): Middleware {
    return {
      onTurn: async (context, next) => {
        const { channelId, id } = context.activity;
        if (channelId === TEAMS && id !== undefined)
          context.onSendActivities(async (_, activities, send) => {
            const responses = await send();
            const sent = responses.filter(
              (__, at) => activities[at]?.type === ActivityTypes.Message,
            );
            await this.#note(
              context,
              id,
              sent.map((response) => response.id),
            );
            return responses;
          });
        await next();
      },
    };
  }

  /** Deletes the replies to the message that a turn is about. */
  async takeBack(context: TurnContext): Promise<void> {
    const conversation = await this.memory.conversation(context);
    const { id } = context.activity;
    const mine = conversation.replies?.filter(({ to }) => to === id) ?? [];
    conversation.replies = conversation.replies?.filter(({ to }) => to !== id) ?? [];
    for (const reply of mine.flatMap(({ ids }) => ids))
      await context.deleteActivity(reply).catch((error: unknown) => {
        this.log.warn({ err: error }, 'reply not deleted');
      });
  }

  async #note(context: TurnContext, to: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const conversation = await this.memory.conversation(context);
    conversation.replies = [...(conversation.replies ?? []), { to, ids }].slice(-REMEMBERED);
  }
}
