import {
  StatusCodes,
  TeamsActivityHandler,
  type ChannelAccount,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Content } from '../content/content';
import type { MainDialog } from './dialogs/main-dialog';
import type { Memory } from './memory';
import type { OwnReplies } from './own-replies';
import type { PrivacyNotice } from './privacy-notice';
import { topicOffer } from './responses/menu-response';
import { turnOf } from './turn';

/** The bot: welcomes who comes, and lets the main dialog answer what is said. */
export class FaqBot extends TeamsActivityHandler {
  constructor(
    private readonly parts: {
      readonly content: Content;
      readonly memory: Memory;
      readonly main: MainDialog;
      readonly replies: OwnReplies;
      readonly privacy: PrivacyNotice;
    },
  ) {
    super();
    const { replies } = parts;
    this.onMembersAdded((context, next) => this.#greet(context).then(next));
    this.onEvent((context, next) => this.#takeRating(context).then(next));
    this.onInstallationUpdateAdd((context, next) => this.#welcomeOnce(context).then(next));
    this.onInstallationUpdateRemove((context, next) => this.#leave(context).then(next));
    this.onTeamsMessageEditEvent(async (context, next) => {
      await replies.takeBack(context);
      await this.#answer(context).then(next);
    });
    this.onTeamsMessageUndeleteEvent((context, next) => this.#answer(context).then(next));
    this.onTeamsMessageSoftDeleteEvent((context, next) => replies.takeBack(context).then(next));
  }

  override async run(context: TurnContext): Promise<void> {
    // Most of what comes are messages, and the SDK's way to them takes a tenth of a turn.
    const isMessage = context.activity.type === 'message';
    await (isMessage ? this.#answer(context) : super.run(context));
    await this.parts.memory.save(context);
  }

  /** Feedback comes as an invoke, nothing else here; the SDK stumbles over those whose value isn't what it expects. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (turnOf(context).rating !== undefined) {
      await this.#takeRating(context);
      return { status: StatusCodes.OK, body: {} };
    }
    try {
      return await super.onInvokeActivity(context);
    } catch {
      return { status: StatusCodes.BAD_REQUEST };
    }
  }

  /** The SDK would ask Teams about each new member first; nothing of it is needed to say hello. */
  protected override async onTeamsMembersAdded(context: TurnContext): Promise<void> {
    const { conversation, membersAdded = [], recipient } = context.activity;
    const isOwn = membersAdded.some(({ id }) => id === recipient.id);
    if (isOwn || !conversation.isGroup) await this.#welcomeOnce(context);
  }

  async #greet(context: TurnContext): Promise<void> {
    const { membersAdded = [], recipient } = context.activity;
    const isSomebody = ({ id }: ChannelAccount) => id !== recipient.id;
    if (membersAdded.some(isSomebody)) await this.#welcome(context);
  }

  /** Teams tells of an installation in two ways, in any order. */
  async #welcomeOnce(context: TurnContext): Promise<void> {
    const conversation = await this.parts.memory.conversation(context);
    if (conversation.welcomed === true) return;
    conversation.welcomed = true;
    await this.#welcome(context);
  }

  async #leave(context: TurnContext): Promise<void> {
    delete (await this.parts.memory.conversation(context)).welcomed;
  }

  async #welcome(context: TurnContext): Promise<void> {
    const turn = turnOf(context);
    const { isGroup } = context.activity.conversation;
    const text = [
      turn.t('welcome.hello'),
      turn.t('welcome.how'),
      this.parts.privacy.line(turn.t),
      ...(isGroup ? [turn.t('teams.mentionMe')] : []),
    ].join('\n\n');
    const { choices } = topicOffer(turn, this.parts.content);
    await turn.say({ type: 'question', text, choices });
  }

  async #answer(context: TurnContext): Promise<void> {
    const turn = turnOf(context);
    const attached = (context.activity.attachments ?? []).length > 0;
    const isBlank = turn.utterance.trim() === '';
    // In a group a mention without words calls the bot.
    if (isBlank && !attached && context.activity.conversation.isGroup)
      return this.#welcome(context);
    if (!isBlank) return this.parts.main.run(context);
    const text = turn.t(attached ? 'fallback.attachment' : 'fallback.unreadable');
    await turn.say({ type: 'text', text });
  }

  async #takeRating(context: TurnContext): Promise<void> {
    if (turnOf(context).rating !== undefined) await this.parts.main.run(context);
  }
}
