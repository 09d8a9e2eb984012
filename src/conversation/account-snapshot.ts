import type { AccountBackend } from '../accounts/account-backend';
import { presentAccount } from '../accounts/present-account';
import { ACCOUNT_VIEWS } from '../core/account';
import type { AccountFacts } from '../core/answer';
import type { Clock } from '../core/clock';
import type { AccountSnapshot } from '../core/ticket';
import type { Identify } from './identify';
import type { Turn } from './turn';
import { keyEndings, mask } from './unrecorded';

/** What the account server says about a person's company, as the person may see it; undefined when that is nothing. */
export function createAccountSnapshot(parts: {
  readonly accounts: AccountBackend;
  readonly identify: Identify;
  readonly now: Clock;
}) {
  return async (turn: Turn): Promise<AccountSnapshot | undefined> => {
    const identity = parts.identify(turn.context);
    const isGroup = turn.context.activity.conversation.isGroup;
    if (identity === undefined || isGroup) return undefined;
    const lookup = await parts.accounts.find(identity);
    if (lookup.status !== 'known') return undefined;
    const { account } = lookup;
    const { t, locale, today } = turn;
    const lines = ACCOUNT_VIEWS.flatMap((view) => {
      const shown = presentAccount({
        ...{ view, account, t, locale, today, utterance: '', entities: [] },
      });
      const told = shown.kind === 'facts' ? inLines(shown.facts) : [];
      return told.map((line) => mask(line, keyEndings(account)));
    });
    return { company: account.company, lines, asOf: parts.now().toISOString() };
  };
}

function inLines({ heading, lines, details, table, isLong, asOf }: AccountFacts) {
  const rows = (isLong ? (table?.rows ?? []) : []).map((row) => row.join(', '));
  return [`${heading} (${asOf})`, ...lines, ...rows, ...details];
}
