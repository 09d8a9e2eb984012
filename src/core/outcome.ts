import { compareText } from './compare-text';
import type { ConversationEvent } from './conversation-event';
import type { EntryId } from './entry';
import type { Language } from './language';

/** How a conversation ended; `open` until it is over. The definition is published in docs/deflection.md. */
export const OUTCOMES = [
  'confirmed',
  'assumed',
  'escalated',
  'abandoned',
  'not-counted',
  'open',
] as const;
export type ConversationOutcome = (typeof OUTCOMES)[number];

/** What the events of a visit say by themselves, whatever the time and whoever comes back. */
export type Verdict = 'confirmed' | 'answered' | 'escalated' | 'abandoned' | 'not-counted';

/** An answer that was shown, and the last that was said about it. */
export interface ShownAnswer {
  /** Id of the `answered` event. */
  readonly id: string;
  readonly entry: EntryId;
  readonly at: string;
  readonly helped?: boolean | undefined;
  readonly comment?: string | undefined;
}

/** A conversation as the ledger counts it: what one person says in one place without a day of silence. */
export interface Visit {
  readonly id: string;
  readonly conversation: string;
  readonly person: string;
  readonly channel: string;
  readonly language: Language;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly lastAt: string;
  readonly verdict: Verdict;
  /** Entries that it was about. */
  readonly asked: readonly EntryId[];
  readonly answers: readonly ShownAnswer[];
}

/** Silence after which a conversation is over, and time within which a return takes an assumed one back. */
export const SILENCE_HOURS = 24;

/** The visits within one channel conversation. The order of the events doesn't matter, nor do repetitions. */
export function visitsOf(events: Iterable<ConversationEvent>): readonly Visit[] {
  const unique = new Map([...events].map((event) => [event.id, event]));
  const ordered = [...unique.values()].sort(byTime);
  const isAbout = (event: ConversationEvent) =>
    event.type === 'rated' || event.type === 'commented';
  const groups: ConversationEvent[][] = [];
  for (const event of ordered.filter((candidate) => !isAbout(candidate))) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && event.at < overAt(last.at)) group.push(event);
    else groups.push([event]);
  }
  const remarks = ordered.filter(isAbout);
  return groups.map((group) => {
    const answers = group.filter(({ type }) => type === 'answered');
    const ids = new Set(answers.map(({ id }) => id));
    const own = remarks.filter((event) => 'answer' in event && ids.has(event.answer));
    return toVisit(group, own);
  });
}

/** When visits of one person were taken back by a return: ids with the instant from which it counts. */
export function takenBack(visits: Iterable<Visit>): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const latestFirst = [...visits].sort((one, other) => compareText(other.startedAt, one.startedAt));
  for (const [index, visit] of latestFirst.entries()) {
    if (visit.verdict !== 'answered') continue;
    const instants = latestFirst
      .slice(0, index)
      .filter((later) => isReturn(visit, later))
      .map((later) => unhelpedAt(later, result))
      .filter((instant) => instant !== undefined);
    const first = instants.sort()[0];
    if (first !== undefined) result.set(visit.id, first);
  }
  return result;
}

/** How a visit stands at an instant. */
export function outcomeAt(
  { verdict, lastAt }: Visit,
  takenBackAt: string | undefined,
  now: string,
): ConversationOutcome {
  const isOver = overAt(lastAt) <= now;
  switch (verdict) {
    case 'answered':
      if (takenBackAt !== undefined && takenBackAt <= now) return 'abandoned';
      return isOver ? 'assumed' : 'open';
    case 'abandoned':
      return isOver ? 'abandoned' : 'open';
    case 'confirmed':
    case 'escalated':
    case 'not-counted':
      return verdict;
  }
}

/** How a visit ends for good as far as its events are known, and from when on time changes nothing any more. */
export function settledOutcome(
  { verdict, lastAt }: Visit,
  takenBackAt: string | undefined,
): { readonly outcome: ConversationOutcome; readonly at: string } {
  if (verdict === 'answered')
    return takenBackAt === undefined
      ? { outcome: 'assumed', at: overAt(lastAt) }
      : { outcome: 'abandoned', at: takenBackAt };
  return { outcome: verdict, at: verdict === 'abandoned' ? overAt(lastAt) : lastAt };
}

/** When a conversation that was last heard of at an instant is over. */
export function overAt(lastAt: string): string {
  return new Date(Date.parse(lastAt) + SILENCE_HOURS * 3_600_000).toISOString();
}

function toVisit(
  group: readonly ConversationEvent[],
  remarks: readonly ConversationEvent[],
): Visit {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A visit has events.');
  const { conversation, person, channel, language, at: startedAt } = first;
  return {
    id: JSON.stringify([conversation, startedAt]),
    ...{ conversation, person, channel, language, startedAt, lastAt: last.at },
    verdict: verdictOf([...group, ...standing(remarks)].sort(byTime)),
    asked: [...new Set(group.flatMap(entryOf))],
    answers: group.flatMap((event) =>
      event.type === 'answered' ? [toAnswer(event, remarks)] : [],
    ),
  };
}

/** Of several ratings of an answer only the last stands. */
function standing(remarks: readonly ConversationEvent[]): readonly ConversationEvent[] {
  const last = new Map<string, ConversationEvent>();
  for (const event of remarks) if (event.type === 'rated') last.set(event.answer, event);
  return [...last.values()];
}

/** The last word counts: helped, answered, or left without; a ticket settles it. */
function verdictOf(events: readonly ConversationEvent[]): Verdict {
  if (events.some(({ type }) => type === 'ticketed')) return 'escalated';
  const lastOf = (test: (event: ConversationEvent) => boolean) => events.findLastIndex(test);
  const helped = lastOf((event) => event.type === 'rated' && event.helped);
  const answered = lastOf(({ type }) => type === 'answered');
  const asked = lastOf(({ type }) => type === 'person-asked');
  const failed = lastOf(
    (event) =>
      ['clarified', 'missed', 'person-asked'].includes(event.type) ||
      (event.type === 'rated' && !event.helped),
  );
  if (helped > failed) return 'confirmed';
  if (answered > failed) return 'answered';
  if (asked > Math.max(helped, answered)) return 'escalated';
  return failed < 0 ? 'not-counted' : 'abandoned';
}

function toAnswer(
  { id, entry, at }: Extract<ConversationEvent, { type: 'answered' }>,
  remarks: readonly ConversationEvent[],
): ShownAnswer {
  const own = remarks.filter((event) => 'answer' in event && event.answer === id);
  const rated = own.findLast((event) => event.type === 'rated');
  const commented = own.findLast((event) => event.type === 'commented');
  return { id, entry, at, helped: rated?.helped, comment: commented?.comment };
}

function entryOf(event: ConversationEvent): readonly EntryId[] {
  if (event.type === 'answered') return [event.entry];
  const isEscalation = event.type === 'person-asked' || event.type === 'ticketed';
  return isEscalation && event.about !== undefined ? [event.about] : [];
}

function isReturn(visit: Visit, later: Visit): boolean {
  const isInTime = later.startedAt > visit.lastAt && later.startedAt <= overAt(visit.lastAt);
  return isInTime && later.asked.some((entry) => visit.asked.includes(entry));
}

/** From when on a visit counts as one that didn't help; undefined when it helped. */
function unhelpedAt(visit: Visit, known: ReadonlyMap<string, string>): string | undefined {
  if (visit.verdict === 'escalated') return visit.lastAt;
  if (visit.verdict === 'abandoned') return overAt(visit.lastAt);
  return known.get(visit.id);
}

function byTime(one: ConversationEvent, other: ConversationEvent): number {
  return compareText(one.at, other.at) || compareText(one.id, other.id);
}
