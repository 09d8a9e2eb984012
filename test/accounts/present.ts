import { presentAccount } from '../../src/accounts/present-account';
import type { AccountRequest } from '../../src/accounts/visit-part';
import type { AccountPresentation } from '../../src/accounts/presentation';
import type { Account } from '../../src/core/account';
import { wordsIn } from './words';

/** Presents a view of an account, unless told otherwise in English on 19 August 2026. */
export function present(
  view: AccountRequest['view'],
  account: Account,
  { language = 'en', ...turn }: Partial<AccountRequest> & { language?: string } = {},
): AccountPresentation {
  return presentAccount({
    view,
    account,
    utterance: '',
    entities: [],
    today: '2026-08-19',
    ...wordsIn(language),
    ...turn,
  });
}

/** The sentences of facts; of anything else, its kind. */
export const linesOf = (presentation: AccountPresentation): readonly string[] =>
  presentation.kind === 'facts'
    ? [...presentation.facts.lines, ...presentation.facts.details]
    : [presentation.kind];

/** Ids of the items that facts are about; of anything else, its kind. */
export const shownIn = (presentation: AccountPresentation): readonly string[] =>
  presentation.kind === 'facts' ? presentation.items.map(({ id }) => id) : [presentation.kind];
