import type { EscalationReason } from '../../core/ticket';
import { ratesOf } from '../../support/outcomes/rates';
import type { AnswerComment, EntryReport, OutcomeCounts } from '../../support/outcomes/report';
import type { Reading } from '../page';
import type { Names } from '../parts/names';
import type { Column, ColumnKind } from '../parts/table';

/** What a column takes its words from. */
export interface Words extends Pick<Reading, 't'> {
  readonly names: Names;
}

/** Some conversations: those of a day, a language, a channel or an entry. */
export interface Ended {
  readonly name?: string;
  readonly outcomes: OutcomeCounts;
}

/** How many tickets came for each reason; undefined where none was noted. */
export type TicketReasons = ReadonlyMap<EscalationReason | undefined, number>;
type TicketReason = readonly [reason: EscalationReason | undefined, count: number];

/** Outcomes in the order of the charts, from the best to the worst. */
const DRAWN = ['confirmed', 'assumed', 'escalated', 'abandoned'] as const;
const BESIDE = ['open', 'not-counted'] as const;

/** How conversations ended. */
export function endedColumns({ t }: Words): readonly Column<Ended>[] {
  const outcome = (name: keyof OutcomeCounts): Column<Ended> => ({
    label: t(`support-page:outcome.${name}`),
    kind: 'count',
    of: ({ outcomes }) => outcomes[name],
  });
  return [
    column(t, 'counted', 'count', ({ outcomes }) => ratesOf(outcomes).counted),
    column(t, 'deflection', 'share', ({ outcomes }) => ratesOf(outcomes).deflection),
    column(t, 'confirmed', 'share', ({ outcomes }) => ratesOf(outcomes).confirmed),
    ...DRAWN.map((name) => ({ ...outcome(name), series: name })),
    ...BESIDE.map(outcome),
  ];
}

/** What was said of an entry's answers. */
export function ratingColumns({ t }: Words): readonly Column<EntryReport>[] {
  return [
    column(t, 'helpedShare', 'share', ({ helped, unhelpful }) => helped / (helped + unhelpful)),
    { ...column<EntryReport>(t, 'helped', 'count', ({ helped }) => helped), series: 'confirmed' },
    {
      ...column<EntryReport>(t, 'unhelpful', 'count', ({ unhelpful }) => unhelpful),
      series: 'escalated',
    },
  ];
}

/** How often people wanted a person in conversations about an entry. */
export function escalationColumns({ t }: Words): readonly Column<EntryReport>[] {
  const share = ({ outcomes }: EntryReport) => {
    const { counted } = ratesOf(outcomes);
    return counted === 0 ? undefined : outcomes.escalated / counted;
  };
  return [
    {
      ...{ label: t('support-page:outcome.escalated'), kind: 'count', series: 'escalated' },
      of: ({ outcomes }) => outcomes.escalated,
    },
    column(t, 'escalatedShare', 'share', share),
  ];
}

/** Why tickets were sent. */
export function reasonColumns({ t }: Words): readonly Column<TicketReason>[] {
  return [
    column(t, 'reason', 'text', ([reason = 'unknown']) =>
      t(`support-page:tickets.reason.${reason}`),
    ),
    { ...column<TicketReason>(t, 'tickets', 'count', ([, count]) => count), series: 'escalated' },
  ];
}

/** What people wrote about answers. */
export function commentColumns({ t, names }: Words): readonly Column<AnswerComment>[] {
  const verdict = (helped: boolean) =>
    t(`support-page:overview.verdict.${helped ? 'helped' : 'unhelpful'}`);
  return [
    column(t, 'at', 'instant', ({ at }) => at),
    {
      ...column<AnswerComment>(t, 'entry', 'text', ({ entry }) => names.entry(entry)),
      link: ({ entry }) => `/support/content/${entry}`,
    },
    column(t, 'language', 'text', ({ language }) => names.language(language)),
    column(t, 'verdict', 'text', ({ helped }) => (helped === null ? undefined : verdict(helped))),
    column(t, 'comment', 'text', ({ comment }) => comment),
  ];
}

function column<Row>(
  t: Words['t'],
  name: string,
  kind: ColumnKind,
  of: Column<Row>['of'],
): Column<Row> {
  return { label: t(`support-page:overview.column.${name}`), kind, of };
}
