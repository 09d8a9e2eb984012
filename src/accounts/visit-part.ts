import type { Account, AccountPart, AccountView } from '../core/account';
import type { ItemPresenter } from './item-presenter';
import type { AccountTurn } from './presentation';
import { createKeysPresenter } from './views/keys-presenter';
import { createLicensesPresenter } from './views/licenses-presenter';
import { createRenewalPresenter } from './views/renewal-presenter';
import { createTokenPresenter } from './views/token-presenter';
import { createVisualStudioPresenter } from './views/visual-studio-presenter';
import { createWording } from './wording';

/** A turn that is about a view of an account. */
export interface AccountRequest extends AccountTurn {
  readonly view: AccountView;
  readonly account: Account;
  /** Id of the item that the conversation is about; only for a follow-up. */
  readonly chosen?: string | undefined;
  /** Ids of the items that were shown together last, in that order; only for a follow-up. */
  readonly listed?: readonly string[] | undefined;
}

/** What is done with a part of an account, whatever its items are. */
type Visit<Result> = <Item extends { readonly id: string }>(
  part: AccountPart<Item>,
  presenter: ItemPresenter<Item>,
) => Result;

/** Gives the part of the account that the view shows, with what tells of its items, to a function. */
export function visitPart<Result>(request: AccountRequest, visit: Visit<Result>): Result {
  const { view, account, today } = request;
  const wording = createWording(request);
  switch (view) {
    case 'renewal':
      return visit(account.memberships, createRenewalPresenter(wording, today));
    case 'token':
      return visit(account.tokens, createTokenPresenter(wording, today));
    case 'keys':
      return visit(account.productKeys, createKeysPresenter(wording));
    case 'visual-studio':
      return visit(account.visualStudio, createVisualStudioPresenter(wording));
    case 'licenses':
      return visit(account.licenses, createLicensesPresenter(wording));
  }
}
