import type { TurnContext } from 'botbuilder';
import type { AccountBackend, AccountLookup } from '../accounts/account-backend';
import type { Identity } from '../accounts/identity';
import { namesOtherCompany } from '../accounts/names-other-company';
import { presentAccount } from '../accounts/present-account';
import { escapeMarkdown } from '../channels/escape-markdown';
import type { AccountPresentation, AccountTurn, Choice } from '../accounts/presentation';
import { hasItemCalled } from '../accounts/select-items';
import { visitPart } from '../accounts/visit-part';
import { createWording } from '../accounts/wording';
import { calendarDateAt } from '../core/calendar-date';
import type { Clock } from '../core/clock';
import { ACCOUNT_VIEWS, type Account, type AccountView } from '../core/account';
import type { AccountFacts } from '../core/answer';
import type { RecognizedPart } from '../core/recognition';
import type { Identify } from './identify';
import type { Memory } from './memory';
import type { ConversationMemory } from './remembered';
import type { Turn } from './turn';
import { keepUnrecorded, keyEndings } from './unrecorded';

/** What the account side can say about a part of a message. */
export type AccountSide =
  | { readonly kind: 'anonymous' }
  /**
   * Nothing of the company's own can be shown, or nothing in it is what the message names; a line in Markdown that says so.
   */
  | { readonly kind: 'closed'; readonly line: string }
  | { readonly kind: 'facts'; readonly facts: AccountFacts }
  | { readonly kind: 'which'; readonly question: string; readonly choices: readonly Choice[] };

/** Looks up the company's own state for whoever a turn is by. */
export class AccountDesk {
  /** One lookup a turn, however often it is needed: a slow backend is waited for once. */
  readonly #lookups = new WeakMap<TurnContext, Promise<AccountLookup>>();

  constructor(
    private readonly backend: AccountBackend,
    private readonly identify: Identify,
    private readonly memory: Memory,
    private readonly now: Clock,
  ) {}

  /** Whether there is somebody whose account could be looked up here. */
  isKnown({ context }: Turn): boolean {
    return !context.activity.conversation.isGroup && this.identify(context) !== undefined;
  }

  /** Whether the person's own account holds an item that is called by all these words. */
  async holdsItem(
    turn: Turn,
    part: RecognizedPart,
    { view, words }: { readonly view: AccountView; readonly words: readonly string[] },
  ): Promise<boolean> {
    const identity = this.identify(turn.context);
    const lookup = identity && (await this.#find(turn.context, identity));
    if (lookup?.status !== 'known') return false;
    const request = { ...accountTurn(turn, part), view, account: lookup.account };
    return visitPart(
      request,
      (held, presenter) => held.access === 'granted' && hasItemCalled(held.items, presenter, words),
    );
  }

  /** What can be said of a view; `item` is the one that was just chosen. */
  async see(
    turn: Turn,
    part: RecognizedPart,
    view: AccountView,
    item?: string,
  ): Promise<AccountSide> {
    const identity = this.identify(turn.context);
    if (identity === undefined) return { kind: 'anonymous' };
    if (turn.context.activity.conversation.isGroup)
      return { kind: 'closed', line: askInPrivate(turn) };
    await turn.context.sendActivity({ type: 'typing' });
    const lookup = await this.#find(turn.context, identity);
    if (lookup.status !== 'known')
      return { kind: 'closed', line: turn.t(`account:lookup.${lookup.status}`) };
    keepUnrecorded(turn.context, keyEndings(lookup.account));
    return this.#present(turn, { part, view, item, account: lookup.account });
  }

  #find(context: TurnContext, identity: Identity): Promise<AccountLookup> {
    const found = this.#lookups.get(context) ?? this.backend.find(identity);
    this.#lookups.set(context, found);
    return found;
  }

  async #present(
    turn: Turn,
    {
      part,
      view,
      item,
      account,
    }: { part: RecognizedPart; view: AccountView; item: string | undefined; account: Account },
  ): Promise<AccountSide> {
    const conversation = await this.memory.conversation(turn.context);
    const { chosen, listed } = conversation;
    const isFollowUp = part.followUp === true;
    const earlier = {
      chosen: item ?? (isFollowUp && chosen?.view === view ? chosen.item : undefined),
      listed: isFollowUp && listed?.view === view ? listed.items : undefined,
    };
    const { company, timeZone } = account;
    const today = calendarDateAt(this.now(), timeZone);
    const asked = { ...accountTurn(turn, part), today };
    const wording = createWording(asked);
    if (namesOtherCompany(part.text, { company, entities: part.entities, wording }))
      return {
        kind: 'closed',
        line: escapeMarkdown(turn.t('account:lookup.otherCompany', { company })),
      };
    const presentation = presentAccount({ ...asked, ...earlier, view, account });
    remember(conversation, view, presentation);
    return 'line' in presentation
      ? { kind: 'closed', line: escapeMarkdown(presentation.line) }
      : presentation;
  }
}

/** Nothing is shown in a group; where there is a way to the private chat, it is a click away. */
function askInPrivate({ t, privateChat: link }: Turn): string {
  return link === undefined ? t('account.privateOnly') : t('account.privateLink', { link });
}

/** A single item that was shown is what a follow-up is about; several leave it open. */
function remember(
  conversation: ConversationMemory,
  view: AccountView,
  presentation: AccountPresentation,
): void {
  if (presentation.kind !== 'facts') return;
  const [only, ...others] = presentation.items;
  if (only !== undefined && others.length === 0) conversation.chosen = { view, item: only.id };
  else delete conversation.chosen;
  if (others.length > 0)
    conversation.listed = { view, items: presentation.items.map(({ id }) => id) };
}

/** What the account side is told of a part. */
export function accountTurn(turn: Turn, part: RecognizedPart): AccountTurn {
  const { today, t, locale } = turn;
  return { utterance: part.text, entities: part.entities, today, t, locale };
}

/** The view that an `account.*` entry shows. */
export function viewOf(entry: string): AccountView | undefined {
  return ACCOUNT_VIEWS.find((view) => entry === `account.${view}`);
}
