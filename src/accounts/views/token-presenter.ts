import type { Token } from '../../core/account';
import type { CalendarDate } from '../../core/calendar-date';
import { tokenReplacement } from '../../core/token-replacement';
import type { ItemPresenter } from '../item-presenter';
import type { Wording } from '../wording';

/** Tells where each token is, and whether it can still be replaced. */
export function createTokenPresenter(wording: Wording, today: CalendarDate): ItemPresenter<Token> {
  const { say, date } = wording;
  const nameOf = ({ name, seats }: Token, key: 'title' | 'yours'): string =>
    say(`token.${key}`, { name, count: seats, number: wording.number(seats) });
  const verdict = (token: Token, prefix: string): string => {
    const values = { subject: nameOf(token, 'yours') };
    const result = tokenReplacement(token, today);
    switch (result.verdict) {
      case 'eligible': {
        const key = result.daysLeft === 0 ? 'last-day' : 'eligible';
        const until = date(result.until);
        return say(`${prefix}.${key}`, { ...values, count: result.daysLeft, until });
      }
      case 'too-late':
        return say(`${prefix}.too-late`, { ...values, until: date(result.until) });
      case 'not-activated':
      case 'replaced':
      case 'replacement':
        return say(`${prefix}.${result.verdict}`, values);
    }
  };

  return {
    title: (token) => nameOf(token, 'title'),
    names: () => [],
    date: ({ activatedOn }) => activatedOn,
    lines: (token) => [[verdict(token, 'token'), ...activation(token, wording)].join(' ')],
    columns: ['token', 'activated', 'status'].map((name) => say(`token.columns.${name}`)),
    row: (token) => [
      nameOf(token, 'title'),
      token.activatedOn === undefined ? '–' : date(token.activatedOn),
      verdict(token, 'token.status'),
    ],
  };
}

function activation({ activatedOn, activatedAt }: Token, { say, date }: Wording): string[] {
  if (activatedOn === undefined) return [];
  return [
    activatedAt === undefined
      ? say('token.activated', { date: date(activatedOn) })
      : say('token.activatedAt', { date: date(activatedOn), tenant: activatedAt }),
  ];
}
