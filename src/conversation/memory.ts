import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { Clock } from '../core/clock';
import type { ConversationEvent } from '../core/conversation-event';
import type { TranscriptLine } from '../core/ticket';
import {
  TAKE_RECORD,
  type PersonReference,
  type StateDocument,
  type TakeRecord,
  type TurnLines,
  type TurnRecords,
} from '../core/turn-record';
import type { UnansweredQuestion } from '../core/unanswered-question';
import { forgetWords } from './forget-words';
import type { ConversationContent, ConversationMemory, PersonMemory } from './remembered';

/** What is kept under the keys under which the Bot Framework keeps the state of users and conversations. */
interface Documents {
  readonly person: Kept<{ person?: PersonMemory }>;
  readonly conversation: Kept<ConversationContent>;
}

/** A document that was read, and what it is as a turn changes it. */
interface Kept<Content> {
  readonly key: string;
  readonly before: string | undefined;
  readonly etag: string | undefined;
  readonly content: Content;
}

/** What a turn remembers and leaves behind. */
interface Held extends Documents {
  events: ConversationEvent[];
  unanswered: UnansweredQuestion[];
  withdrawn: string[];
  readonly said: TranscriptLine[];
  reference?: PersonReference;
}

/** Access to what is remembered; it is read once a turn, and kept in one piece when the turn is saved. */
export class Memory {
  /** The part of it that belongs to the dialogs. */
  readonly dialogs: StatePropertyAccessor<DialogState>;
  /** By turn. The state that a turn has for this lies behind a proxy, and this is asked for dozens of times. */
  readonly #held = new WeakMap<TurnContext, Promise<Held>>();

  /** @param kept is told of events once they are certain to be kept */
  constructor(
    private readonly records: TurnRecords,
    private readonly now: Clock,
    private readonly kept: (event: ConversationEvent) => void = () => undefined,
  ) {
    const contentOf = async (context: TurnContext) =>
      (await this.#hold(context)).conversation.content;
    const get = async (context: TurnContext, initial?: DialogState) =>
      ((await contentOf(context)).dialogs ??= initial ?? { dialogStack: [] });
    this.dialogs = {
      get,
      set: async (context, dialogs) => {
        (await contentOf(context)).dialogs = dialogs;
      },
      delete: async (context) => {
        delete (await contentOf(context)).dialogs;
      },
    };
  }

  async person(context: TurnContext): Promise<PersonMemory> {
    return ((await this.#hold(context)).person.content.person ??= {});
  }

  async conversation(context: TurnContext): Promise<ConversationMemory> {
    return ((await this.#hold(context)).conversation.content.conversation ??= { misses: 0 });
  }

  /** Says that the conversation now remembers words of this turn. */
  async keepsWords(context: TurnContext): Promise<void> {
    (await this.conversation(context)).wordsAt = this.now().toISOString();
  }

  /** Keeps a line of what is said. */
  async say(context: TurnContext, line: TranscriptLine): Promise<void> {
    (await this.#hold(context)).said.push(line);
  }

  /** The last lines of the conversation from an instant on, this turn's included, oldest first. */
  async linesSince(context: TurnContext, instant: string): Promise<readonly TranscriptLine[]> {
    const { conversation, said } = await this.#hold(context);
    return [...(await this.records.linesSince(conversation.key, instant)), ...said];
  }

  /** Remembers where the person can be written to in private. */
  async reach(context: TurnContext, reference: PersonReference): Promise<void> {
    (await this.#hold(context)).reference = reference;
  }

  /** Notes what happened. */
  async note(context: TurnContext, event: ConversationEvent): Promise<void> {
    (await this.#hold(context)).events.push(event);
  }

  /** Puts a question in the queue of those that found no answer. */
  async queue(context: TurnContext, question: UnansweredQuestion): Promise<void> {
    (await this.#hold(context)).unanswered.push(question);
  }

  /** Takes a question out of that queue. */
  async withdraw(context: TurnContext, id: string): Promise<void> {
    const held = await this.#hold(context);
    held.unanswered = held.unanswered.filter((question) => question.id !== id);
    held.withdrawn.push(id);
  }

  /** Keeps all that has changed, together with what the turn said where that is kept too. Rejects when it can't be kept. */
  async save(context: TurnContext): Promise<void> {
    const held = await this.#hold(context);
    const { person, conversation, events, unanswered, withdrawn, reference } = held;
    const said = held.said.length > 0 ? linesOf(held) : undefined;
    const documents = [
      // A person may talk in several conversations at the same time: the last word counts.
      ...changeOf(person).map(({ key, document }) => ({ key, document })),
      ...changeOf(conversation, conversation.content.conversation?.wordsAt),
    ];
    const lists = [documents, events, unanswered, withdrawn];
    if (lists.every(({ length }) => length === 0) && reference === undefined) return;
    const record = { documents, said, reference, events, unanswered, withdrawn };
    const take = context.turnState.get<TakeRecord | undefined>(TAKE_RECORD);
    if (take === undefined) await this.records.keep(record);
    else take(record);
    for (const event of events) this.kept(event);
  }

  #hold(context: TurnContext): Promise<Held> {
    const known = this.#held.get(context);
    if (known !== undefined) return known;
    const held = this.#read(context);
    this.#held.set(context, held);
    return held;
  }

  async #read({ activity }: TurnContext): Promise<Held> {
    const { channelId } = activity;
    const keys = {
      person: `${channelId}/users/${activity.from.id}/`,
      conversation: `${channelId}/conversations/${activity.conversation.id}/`,
    };
    const stored = await this.records.read([keys.person, keys.conversation]);
    const keep = <Content>(key: string): Kept<Content> => {
      const found = stored.find((document) => document.key === key);
      const { document: before, etag } = found ?? {};
      // Written by this very class.
      return { key, before, etag, content: JSON.parse(before ?? '{}') as Content };
    };
    const conversation = keep<ConversationContent>(keys.conversation);
    const content = forgetWords(conversation.content, this.now());
    return {
      ...{ person: keep(keys.person), conversation: { ...conversation, content } },
      ...{ events: [], unanswered: [], withdrawn: [], said: [] },
    };
  }
}

/** What was said, as the next turn of its conversation. */
function linesOf({ conversation: { key, content }, said: lines }: Held): TurnLines {
  const conversation = (content.conversation ??= { misses: 0 });
  const { turns: turn = 0 } = conversation;
  conversation.turns = turn + 1;
  return { conversation: key, turn, lines };
}

function changeOf(
  { key, before, etag, content }: Kept<object>,
  at?: string,
): readonly StateDocument[] {
  const document = JSON.stringify(content);
  return document === (before ?? '{}') ? [] : [{ key, document, replaces: etag, at }];
}
