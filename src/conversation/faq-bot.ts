import { ActivityHandler, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus, type Dialog, type DialogState } from 'botbuilder-dialogs';
import type { Content } from '../content/content';
import type { Memory } from './memory';
import { topicOffer } from './responses/menu-response';
import { turnOf } from './turn';

/** The bot: welcomes who comes, and lets the main dialog answer what is said. */
export class FaqBot extends ActivityHandler {
  readonly #dialogs: DialogSet;

  constructor(
    private readonly content: Content,
    private readonly memory: Memory,
    private readonly main: Dialog,
    dialogState: StatePropertyAccessor<DialogState>,
  ) {
    super();
    this.#dialogs = new DialogSet(dialogState);
    this.#dialogs.add(main);
    this.onMembersAdded((context, next) => this.#welcome(context).then(next));
    this.onMessage((context, next) => this.#answer(context).then(next));
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.memory.save(context);
  }

  async #welcome(context: TurnContext): Promise<void> {
    const { membersAdded = [], recipient } = context.activity;
    if (!membersAdded.some(({ id }) => id !== recipient.id)) return;
    const turn = turnOf(context);
    const text = `${turn.t('welcome.hello')}\n\n${turn.t('welcome.how')}`;
    await turn.say({ type: 'question', text, choices: topicOffer(turn, this.content).choices });
  }

  async #answer(context: TurnContext): Promise<void> {
    const turn = turnOf(context);
    const attached = (context.activity.attachments ?? []).length > 0;
    if (turn.utterance.trim() === '')
      return turn.say({
        type: 'text',
        text: turn.t(attached ? 'fallback.attachment' : 'fallback.unreadable'),
      });
    const dialogs = await this.#dialogs.createContext(context);
    const { status } = await dialogs.continueDialog();
    if (status === DialogTurnStatus.empty) await dialogs.beginDialog(this.main.id);
  }
}
