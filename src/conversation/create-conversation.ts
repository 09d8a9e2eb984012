import type { ActivityHandler, Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import type { AccountBackend } from '../accounts/account-backend';
import type { Channel } from '../channels/channel';
import type { Content } from '../content/content';
import type { Translator } from '../content/translator';
import type { Clock } from '../core/clock';
import type { ConversationEvent } from '../core/conversation-event';
import type { TurnRecords } from '../core/turn-record';
import type { Recognizer } from '../understanding/recognizers/recognizer';
import { AccountDesk } from './account-desk';
import { createAccountSnapshot } from './account-snapshot';
import { AnswerBuilder } from './answer-builder';
import { MainDialog } from './dialogs/main-dialog';
import { FaqBot } from './faq-bot';
import type { Identify } from './identify';
import { Memory } from './memory';
import { answerOnce } from './middleware/answer-once';
import { keepReferences } from './middleware/keep-references';
import { logTurns } from './middleware/log-turns';
import { measureTurns, type TurnMeasure } from './middleware/measure-turns';
import { understandTurns } from './middleware/understand-turns';
import { OwnReplies } from './own-replies';
import { PrivacyNotice, type PrivacyFacts } from './privacy-notice';
import { loadPromptWords } from './prompt-words';
import { Interruption } from './interruption';
import { recordTranscript } from './middleware/record-transcript';
import { Recorder } from './recorder';
import { Responses, type ResponseParts } from './responses/responses';
import { TicketAdditionResponse } from './responses/ticket-addition-response';
import { TicketStatusResponse } from './responses/ticket-status-response';
import { createSpokenOf } from './spoken-of';
import type { SupportSide } from './support-side';
import { TicketPrompter } from './ticket-prompter';
import { TicketReader } from './ticket-reader';
import { TicketSender } from './ticket-sender';
import { loadTicketWords } from './ticket-words';

/** All that a conversation needs from the rest of the house. */
export interface ConversationParts {
  readonly content: Content;
  readonly translator: Translator;
  readonly recognizer: Recognizer;
  readonly accounts: AccountBackend;
  readonly identify: Identify;
  readonly support: SupportSide;
  readonly measure?: ((turn: TurnMeasure) => void) | undefined;
  readonly records: TurnRecords;
  /** Counts what happened, once it is certain to be kept. */
  readonly count?: ((event: ConversationEvent) => void) | undefined;
  readonly channelOf: (channelId: string) => Channel;
  readonly now: Clock;
  /** IANA name of the partners' time zone. */
  readonly timeZone: string;
  /** What becomes of people's words, for the bot to say. */
  readonly privacy: PrivacyFacts;
  /** Whether replies carry what was recognized, for tools. */
  readonly expose: boolean;
  readonly log: Logger;
}

/** The bot, and the middleware that every adapter in front of it runs, in this order. */
export interface Conversation {
  readonly bot: ActivityHandler;
  readonly middleware: readonly Middleware[];
  /** What comes after it behind Azure Bot Service, which may deliver an activity twice. */
  readonly serviceMiddleware: readonly Middleware[];
}

/** Puts the conversation together. */
export function createConversation(parts: ConversationParts): Conversation {
  const { content, translator, log, now } = parts;
  const memory = new Memory(parts.records, now, parts.count);
  const answers = new AnswerBuilder(content, translator);
  const desk = new AccountDesk(parts.accounts, parts.identify, memory, now);
  const privacy = new PrivacyNotice(parts.privacy);
  const main = createMainDialog(parts, { memory, answers, desk, privacy });
  const replies = new OwnReplies(memory, log);
  return {
    bot: new FaqBot({ content, memory, main, replies, privacy }),
    middleware: [
      logTurns(log),
      understandTurns({ ...parts, memory, spokenOf: createSpokenOf(content) }),
      ...(parts.measure === undefined ? [] : [measureTurns(parts.measure)]),
      recordTranscript(memory, parts.support.redactor, now),
    ],
    serviceMiddleware: [answerOnce(memory), replies.watch(), keepReferences(memory)],
  };
}

function createMainDialog(
  parts: ConversationParts,
  own: Pick<ResponseParts, 'memory' | 'answers' | 'desk' | 'privacy'>,
): MainDialog {
  const { content, support, now, timeZone } = parts;
  const { memory } = own;
  const accountOf = createAccountSnapshot(parts);
  const prompts = loadPromptWords(content);
  const ticketWords = loadTicketWords(content);
  const recorder = new Recorder(support, memory, now);
  const ticketStatus = new TicketStatusResponse(content, support.tickets, ticketWords, timeZone);
  const ticketAddition = new TicketAdditionResponse({
    ...{ ...parts, words: ticketWords, status: ticketStatus },
  });
  const { redactor } = support;
  const responses = new Responses({
    ...{ ...own, content, recorder, redactor, ticketWords, ticketStatus },
  });
  return new MainDialog({
    ...{ responses, memory, prompts, ticketWords, ticketStatus, ticketAddition },
    interruption: new Interruption(content, responses.titles, ticketWords),
    ticket: {
      ...{ support, recorder },
      reader: new TicketReader(ticketWords, prompts),
      prompter: new TicketPrompter(),
      sender: new TicketSender({ ...parts, accountOf, memory, recorder }),
    },
  });
}
