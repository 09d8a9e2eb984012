import { asksForHoldings } from '../../accounts/names-other-company';
import { readPick } from '../../accounts/pick-listed';
import { readNaming, type Naming } from '../../accounts/read-naming';
import { createWording, type Wording } from '../../accounts/wording';
import type { Content } from '../../content/content';
import type { AccountView } from '../../core/account';
import type { EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
import { accountTurn, viewOf, type AccountDesk } from '../account-desk';
import type { Memory } from '../memory';
import type { Turn } from '../turn';

/** Least score of what a message may mean because it was spoken of. */
const CONCEIVABLE = 0.02;
/** Least score of two entries on the same subject together, to leave it to what was spoken of. */
const CERTAIN_OF_EITHER = 0.9;

/** What messages mean only because of the account that was spoken of, or of whose account they speak. */
export class AccountContext {
  constructor(
    private readonly content: Content,
    private readonly memory: Memory,
    private readonly desk: AccountDesk,
  ) {}

  /**
   * "And the other one?", "only the server key", "and our tokens?" are about the account while the conversation is;
   * everything else stays as it was recognized.
   */
  async read(turn: Turn, part: RecognizedPart): Promise<RecognizedPart> {
    const wording = createWording(accountTurn(turn, part));
    const naming = readNaming(part.text, part.entities, wording);
    if (asksMeaning(part, naming, wording)) return { ...part, decision: 'clarify' };
    const view =
      (await this.#pointedAt(turn, part, wording)) ?? (await this.#named(turn, part, naming));
    if (view === undefined) return this.#inFocus(turn, part);
    const intents = [{ intent: `account.${view}`, score: 1 }];
    return { ...part, decision: 'answer', followUp: true, intents };
  }

  /** Remembers which of several entries on one subject is spoken of. */
  async note(turn: Turn, part: RecognizedPart): Promise<void> {
    const intent = part.intents[0]?.intent ?? '';
    const alike = this.#alike(intent);
    const spoken = alike.includes(intent) ? intent : namedIn(part, alike);
    if (spoken !== undefined) (await this.memory.conversation(turn.context)).focus = spoken;
  }

  /** Whether somebody asks for what another company has, whatever else is made of it. */
  isAboutStrangers(turn: Turn, part: RecognizedPart): boolean {
    const wording = createWording(accountTurn(turn, part));
    const { text, entities, decision } = part;
    return decision !== 'answer' && asksForHoldings(text, { company: '', entities, wording });
  }

  async #pointedAt(
    turn: Turn,
    part: RecognizedPart,
    wording: Wording,
  ): Promise<AccountView | undefined> {
    const { chosen, listed, previous = '' } = await this.memory.conversation(turn.context);
    const { view } = chosen ?? listed ?? {};
    if (view === undefined) return undefined;
    const intent = `account.${view}`;
    const isOpen = previous === intent || this.content.entries.get(previous)?.account === intent;
    const isPick = listed?.view === view && readPick(part.text, wording) !== undefined;
    return isOpen && (isPick || wording.isCue('pointer', part.text)) ? view : undefined;
  }

  /** The view that a message names something of and asks nothing else about. */
  async #named(
    turn: Turn,
    part: RecognizedPart,
    naming: Naming | undefined,
  ): Promise<AccountView | undefined> {
    const { previous = '' } = await this.memory.conversation(turn.context);
    const open = viewOf(previous);
    if (naming === undefined || (open === undefined && !naming.isOwn)) return undefined;
    // "And our tokens?" after what happens at renewal asks the same of them.
    if (open === undefined && part.followUp === true && part.decision === 'answer')
      return undefined;
    // Who can't see an account is helped more by what the question means in general.
    if (!this.desk.isKnown(turn) && (naming.view === undefined || naming.view === 'renewal'))
      return undefined;
    const view = naming.view ?? viewHolding(naming, open);
    if (view === undefined || naming.words.length === 0) return view;
    return (await this.desk.holdsItem(turn, part, { view, words: naming.words }))
      ? view
      : undefined;
  }

  /** "And who does it?" after the Action Pack isn't about a competency. */
  async #inFocus(turn: Turn, part: RecognizedPart): Promise<RecognizedPart> {
    const { focus } = await this.memory.conversation(turn.context);
    const [best, second] = part.intents;
    if (focus === undefined || best === undefined) return part;
    const alike = this.#alike(best.intent);
    if (!alike.includes(best.intent) || namedIn(part, alike) !== undefined) return part;
    const isTorn =
      second !== undefined &&
      alike.includes(second.intent) &&
      best.score + second.score >= CERTAIN_OF_EITHER;
    const meant = part.intents.find(
      ({ intent, score }) => intent === focus && score >= CONCEIVABLE,
    );
    if (meant === undefined || (part.decision !== 'answer' && !isTorn)) return part;
    const intents = [meant, ...part.intents.filter((one) => one !== meant)];
    return { ...part, decision: 'answer', intents };
  }

  /** The entries that tell in general what the account tells of several kinds of things: all memberships. */
  #alike(intent: EntryId): readonly EntryId[] {
    const all = [...this.content.entries.values()];
    const { general = [] } =
      all.find(({ id, general }) => general.length > 1 && [id, ...general].includes(intent)) ?? {};
    return general;
  }
}

/** "What is a token?" asks for no more than the word: no entry answers that, and several may be meant. */
function asksMeaning(
  { text, decision }: RecognizedPart,
  naming: Naming | undefined,
  wording: Wording,
): boolean {
  const isWord = naming?.view !== undefined && naming.words.length === 0 && !naming.isOwn;
  return isWord && decision === 'answer' && wording.hasCue('defines', text);
}

/** The entry about the membership that a message names. */
function namedIn({ entities }: RecognizedPart, alike: readonly EntryId[]): EntryId | undefined {
  const named = entities.find(({ type }) => type === 'membership')?.value;
  return named === undefined ? undefined : alike.find((id) => id.endsWith(`.${String(named)}`));
}

/** The view that things named without their sort belong to: memberships to their own, all else to the open one. */
function viewHolding({ types }: Naming, open: AccountView | undefined): AccountView | undefined {
  if (types.has('membership')) return 'renewal';
  return types.has('product') && open === 'renewal' ? undefined : open;
}
