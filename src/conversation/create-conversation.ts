import {
  ConversationState,
  UserState,
  type ActivityHandler,
  type Middleware,
  type Storage,
} from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { Logger } from 'pino';
import type { AccountBackend } from '../accounts/account-backend';
import type { Channel } from '../channels/channel';
import type { Content } from '../content/content';
import type { Translator } from '../content/translator';
import type { Clock } from '../core/clock';
import type { Recognizer } from '../understanding/recognizers/recognizer';
import { AccountDesk } from './account-desk';
import { AnswerBuilder } from './answer-builder';
import { MainDialog } from './dialogs/main-dialog';
import { FaqBot } from './faq-bot';
import type { Identify } from './identify';
import { Memory } from './memory';
import { logTurns } from './middleware/log-turns';
import { serializeTurns } from './middleware/serialize-turns';
import { understandTurns } from './middleware/understand-turns';
import { loadPromptWords } from './prompt-words';
import { Responses } from './responses/responses';

/** All that a conversation needs from the rest of the house. */
export interface ConversationParts {
  readonly content: Content;
  readonly translator: Translator;
  readonly recognizer: Recognizer;
  readonly accounts: AccountBackend;
  readonly identify: Identify;
  readonly storage: Storage;
  readonly channelOf: (channelId: string) => Channel;
  readonly now: Clock;
  /** IANA name of the partners' time zone. */
  readonly timeZone: string;
  /** Whether replies carry what was recognized, for tools. */
  readonly expose: boolean;
  readonly log: Logger;
}

/** The bot, and the middleware that every adapter in front of it runs, in this order. */
export interface Conversation {
  readonly bot: ActivityHandler;
  readonly middleware: readonly Middleware[];
}

/** Puts the conversation together. */
export function createConversation(parts: ConversationParts): Conversation {
  const { content, translator, storage, log, now } = parts;
  const conversationState = new ConversationState(storage);
  const memory = new Memory(new UserState(storage), conversationState);
  const answers = new AnswerBuilder(content, translator);
  const desk = new AccountDesk(parts.accounts, parts.identify, memory);
  const words = loadPromptWords(content);
  const main = new MainDialog('main', new Responses({ content, answers, memory, desk }), words);
  const dialogState = conversationState.createProperty<DialogState>('dialogs');
  return {
    bot: new FaqBot(content, memory, main, dialogState),
    middleware: [logTurns(log, now), serializeTurns(), understandTurns({ ...parts, memory })],
  };
}
