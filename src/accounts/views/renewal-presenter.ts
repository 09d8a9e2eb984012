import type { Membership } from '../../core/account';
import type { CalendarDate } from '../../core/calendar-date';
import { covidExtension } from '../../core/covid-extension';
import { renewalState, type RenewalState } from '../../core/renewal-window';
import type { ItemPresenter } from '../item-presenter';
import type { Wording } from '../wording';

/** Tells when each membership can be renewed, and whether it still can. */
export function createRenewalPresenter(
  wording: Wording,
  today: CalendarDate,
): ItemPresenter<Membership> {
  const { say, date } = wording;
  const stateOf = ({ purchasedOn, renewedOn }: Membership): RenewalState =>
    renewalState({ purchased: purchasedOn, renewals: renewedOn }, today);
  const nameOf = (membership: Membership, key: 'title' | 'yours'): string =>
    say(
      `membership.${key}.${membership.kind}`,
      membership.kind === 'competency'
        ? { name: membership.name, level: say(`membership.level.${membership.level}`) }
        : {},
    );

  function history(membership: Membership): string {
    const renewed = membership.renewedOn.toSorted().at(-1);
    const purchased = date(membership.purchasedOn);
    const subject = nameOf(membership, 'yours');
    return renewed === undefined
      ? say('renewal.bought', { subject, purchased })
      : say('renewal.renewed', { subject, purchased, renewed: date(renewed) });
  }

  return {
    title: (membership) => nameOf(membership, 'title'),
    names: (membership) => [
      membership.kind,
      ...(membership.kind === 'competency' ? [membership.level, membership.competency] : []),
    ],
    date: ({ purchasedOn }) => purchasedOn,
    due(membership) {
      const { phase, window } = stateOf(membership);
      return phase === 'expired' ? undefined : window.closes;
    },
    lines(membership) {
      const subject = nameOf(membership, 'yours');
      const until = extendedUntil(membership, stateOf(membership), today);
      return until === undefined
        ? renewalLines(stateOf(membership), { subject, history: history(membership) }, wording)
        : [say('renewal.extended', { subject, until: date(until) }), history(membership)];
    },
    columns: ['membership', 'window', 'status'].map((name) => say(`renewal.columns.${name}`)),
    row(membership) {
      const state = stateOf(membership);
      const until = extendedUntil(membership, state, today);
      return [
        nameOf(membership, 'title'),
        wording.dates(state.window.opens, state.window.closes),
        until === undefined
          ? renewalStatus(state, wording)
          : say('renewal.status.extended', { until: date(until) }),
      ];
    },
  };
}

/** Through when COVID-19 extends a membership, while it does. */
function extendedUntil(
  membership: Membership,
  { window }: RenewalState,
  today: CalendarDate,
): CalendarDate | undefined {
  if (membership.kind !== 'competency') return undefined;
  const extension = covidExtension(window.anniversary, membership.competency);
  return extension.extended && today <= extension.until ? extension.until : undefined;
}

function renewalLines(
  state: RenewalState,
  { subject, history }: { readonly subject: string; readonly history: string },
  { say, date, endDate }: Wording,
): readonly string[] {
  const { opens, closes } = state.window;
  switch (state.phase) {
    case 'before': {
      const values = { count: state.daysUntil, opens: date(opens), closes: endDate(closes, opens) };
      return [`${history} ${say('renewal.before', values)}`];
    }
    case 'open': {
      const key = state.daysLeft === 0 ? 'renewal.last-day' : 'renewal.open';
      const open = say(key, { count: state.daysLeft, subject, closes: date(closes) });
      return [open, `${history} ${say('renewal.act')}`];
    }
    case 'expired':
      return [say('renewal.expired', { subject, closes: date(closes) }), history];
  }
}

function renewalStatus(state: RenewalState, { say }: Wording): string {
  switch (state.phase) {
    case 'before':
      return say('renewal.status.before', { count: state.daysUntil });
    case 'open':
      return state.daysLeft === 0
        ? say('renewal.status.last-day')
        : say('renewal.status.open', { count: state.daysLeft });
    case 'expired':
      return say('renewal.status.expired');
  }
}
