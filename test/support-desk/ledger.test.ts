import fc from 'fast-check';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEachDatabase } from '../support/postgres/each-database';
import type { ConversationEvent } from '../../src/core/conversation-event';
import { openDatabase, type Database } from '../../src/storage/database';
import { LedgerStore } from '../../src/support/outcomes/ledger-store';
import { ReportStore } from '../../src/support/outcomes/report-store';
import { expectAlways } from '../support/expect-always';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 4, 1);
const ENTRIES = ['tokens.split', 'keys.more'];

/** A story: who says what where, and when. Answers are rated by their place in the story. */
const story = fc.array(
  fc.record({
    hour: fc.integer({ min: 0, max: 120 }),
    conversation: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    kind: fc.constantFrom(
      ...(['answered', 'answered', 'answered', 'missed', 'clarified', 'served'] as const),
      ...(['person-asked', 'rated', 'rated', 'ticketed'] as const),
    ),
    entry: fc.constantFrom(...ENTRIES),
    helped: fc.boolean(),
    answer: fc.integer({ min: 0, max: 24 }),
  }),
  { minLength: 1, maxLength: 25 },
);

type Lines = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** Two people: the first has three conversations, so that they can return. */
function toEvents(lines: Lines): ConversationEvent[] {
  const idOf = (place: number) => `e${String(place).padStart(3, '0')}`;
  return lines.map(({ hour, conversation: own, kind, entry, helped, answer }, place) => {
    // People rate what was shown to them, where it was shown.
    const conversation = kind === 'rated' ? (lines[answer]?.conversation ?? own) : own;
    const head = {
      ...{ id: idOf(place), conversation, at: new Date(START + hour * HOUR).toISOString() },
      ...{ person: conversation === 'c4' ? 'q' : 'p', channel: 'webchat', language: 'en' },
    };
    switch (kind) {
      case 'answered':
      case 'served':
        return { ...head, type: kind, entry };
      case 'missed':
        return { ...head, type: kind, question: 'x', candidates: [] };
      case 'clarified':
        return { ...head, type: kind };
      case 'person-asked':
        return { ...head, type: kind, about: entry };
      case 'ticketed':
        return { ...head, type: kind, ticket: 1, about: entry };
      case 'rated':
        return { ...head, type: kind, answer: idOf(answer), helped };
    }
  });
}

/** The definition of docs/deflection.md, word for word and as slowly as can be. */
function slowly(events: readonly ConversationEvent[], now: number): Record<string, number> {
  const time = (event: ConversationEvent) => Date.parse(event.at);
  const isBefore = (one: ConversationEvent, other: ConversationEvent) =>
    time(one) < time(other) || (time(one) === time(other) && one.id < other.id);
  const remark = (event: ConversationEvent) => event.type === 'rated';
  const said = events.filter((event) => !remark(event));
  const connected = (one: ConversationEvent, other: ConversationEvent): boolean => {
    if (one.conversation !== other.conversation) return false;
    const [from, to] = time(one) < time(other) ? [one, other] : [other, one];
    let reached = time(from);
    for (;;) {
      if (time(to) < reached + 24 * HOUR || time(to) === reached) return true;
      const next = said
        .filter(({ conversation }) => conversation === one.conversation)
        .map(time)
        .filter((at) => at > reached && at < reached + 24 * HOUR);
      if (next.length === 0) return false;
      reached = Math.max(...next);
    }
  };
  const visits = said
    .filter((event) => !said.some((other) => isBefore(other, event) && connected(other, event)))
    .map((first) => said.filter((event) => event === first || connected(first, event)));
  const lastOf = (visit: readonly ConversationEvent[]) => Math.max(...visit.map(time));
  const firstOf = (visit: readonly ConversationEvent[]) => Math.min(...visit.map(time));
  const about = (visit: readonly ConversationEvent[]) =>
    visit.flatMap((event) =>
      event.type === 'answered'
        ? event.entry
        : event.type === 'ticketed' || event.type === 'person-asked'
          ? (event.about ?? [])
          : [],
    );
  const words = (visit: readonly ConversationEvent[]) => {
    const ratings = events.filter(
      (event) =>
        event.type === 'rated' &&
        visit.some(({ id, type }) => type === 'answered' && id === event.answer) &&
        !events.some(
          (other) =>
            other.type === 'rated' && other.answer === event.answer && isBefore(event, other),
        ),
    );
    return [...visit, ...ratings];
  };
  const verdict = (visit: readonly ConversationEvent[]): string => {
    const all = words(visit);
    const good = all.filter((event) => event.type === 'rated' && event.helped);
    const answers = all.filter(({ type }) => type === 'answered');
    const bad = all.filter(
      (event) =>
        (event.type === 'rated' && !event.helped) ||
        ['missed', 'clarified', 'person-asked'].includes(event.type),
    );
    const outlives = (event: ConversationEvent) => bad.every((other) => isBefore(other, event));
    if (all.some(({ type }) => type === 'ticketed')) return 'escalated';
    if (good.some(outlives)) return 'confirmed';
    if (answers.some(outlives)) return 'answered';
    const asked = bad.filter(({ type }) => type === 'person-asked');
    if (asked.some((event) => [...good, ...answers].every((other) => isBefore(other, event))))
      return 'escalated';
    return bad.length === 0 ? 'not-counted' : 'abandoned';
  };
  const isUnhelped = (visit: readonly ConversationEvent[]): boolean => {
    const own = verdict(visit);
    if (own === 'escalated') return lastOf(visit) <= now;
    if (own === 'abandoned') return lastOf(visit) + 24 * HOUR <= now;
    return own === 'answered' && isTakenBack(visit);
  };
  const isTakenBack = (visit: readonly ConversationEvent[]): boolean =>
    visits.some(
      (other) =>
        other[0]?.person === visit[0]?.person &&
        firstOf(other) > lastOf(visit) &&
        firstOf(other) <= lastOf(visit) + 24 * HOUR &&
        about(other).some((entry) => about(visit).includes(entry)) &&
        isUnhelped(other),
    );
  const outcome = (visit: readonly ConversationEvent[]) => {
    const own = verdict(visit);
    const isOver = lastOf(visit) + 24 * HOUR <= now;
    if (own === 'answered' && isTakenBack(visit)) return 'abandoned';
    if (own === 'answered') return isOver ? 'assumed' : 'open';
    return own === 'abandoned' && !isOver ? 'open' : own;
  };
  const counts: Record<string, number> = {};
  for (const visit of visits) counts[outcome(visit)] = (counts[outcome(visit)] ?? 0) + 1;
  return counts;
}

async function counted(database: Database, now: number) {
  const ledger = new LedgerStore(database, 'Europe/Stockholm');
  const report = await new ReportStore(database, ledger).read({
    ...{ from: '2026-04-01', to: '2026-12-31', now: new Date(now).toISOString() },
  });
  return Object.fromEntries(Object.entries(report.outcomes).filter(([, count]) => count > 0));
}

describeEachDatabase('the ledger', (open, { isServer }) => {
  /** Forgets everything, as a new database would. */
  const empty = async (database: Database) => {
    for (const table of ['event', 'due_visit', 'visit', 'shown_answer'] as const)
      await database.deleteFrom(table).execute();
  };

  it('counts as the slow reading of the definition does, whatever the order of arrival, repetitions and restarts', async () => {
    const database = await open();
    await expectAlways(
      fc.asyncProperty(
        story,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 0, max: 200 }),
        async (lines, shuffle, hours) => {
          const events = toEvents(lines);
          const now = START + hours * HOUR + 120 * HOUR;
          const arrival = [...events, ...events.slice(0, 3)]
            .map((event) => ({ event, key: shuffle.next().value as number }))
            .sort((one, other) => one.key - other.key);
          await empty(database);
          for (const { event } of arrival)
            await new LedgerStore(database, 'Europe/Stockholm').append([event]);
          const incremental = await counted(database, now);
          await new LedgerStore(database, 'Europe/Stockholm').rebuild();
          const rebuilt = await counted(database, now);
          expect(incremental).toEqual(slowly(events, now));
          expect(rebuilt).toEqual(incremental);
        },
      ),
      isServer ? 5 : 40,
    );
  });

  it('is the same when the events of a person arrive at the same time', async () => {
    const database = await open();
    const [events = []] = fc.sample(story, { numRuns: 1, seed: 7 }).map(toEvents);
    const ledger = new LedgerStore(database, 'Europe/Stockholm');
    await Promise.all([...events, ...events].map((event) => ledger.append([event])));
    const now = START + 300 * HOUR;
    expect(await counted(database, now)).toEqual(slowly(events, now));
  });
});

it('the ledger is the same after the process has been replaced', async () => {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'ledger-')), 'bot.db')}`;
  const [events] = fc.sample(story, { numRuns: 1, seed: 7 }).map(toEvents);
  const all = events ?? [];
  for (const event of all) {
    const database = await openDatabase(url);
    await new LedgerStore(database, 'Europe/Stockholm').append([event]);
    await database.destroy();
  }
  const database = await openDatabase(url);
  const now = START + 300 * HOUR;
  expect(await counted(database, now)).toEqual(slowly(all, now));
  await database.destroy();
});
