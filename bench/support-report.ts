import { openDatabase, type Database } from '../src/storage/database';
import { ReportStore } from '../src/support/outcomes/report-store';

// How long the figures of the support page take over 100,000 conversations. The page's limit is 500 ms.
const CONVERSATIONS = 100_000;
const DAYS = 365;
const BATCH = 500;
const ROUNDS = 9;
const START = Date.UTC(2025, 0, 1);
const OUTCOMES = ['confirmed', 'assumed', 'assumed', 'escalated', 'abandoned', 'not-counted'];
const VERDICTS = ['confirmed', 'answered', 'answered', 'escalated', 'abandoned', 'not-counted'];
const ENTRIES = Array.from({ length: 30 }, (_, index) => `topic.entry-${index}`);

function pick<T>(list: readonly T[], seed: number): T {
  const item = list[(seed * 2_654_435_761) % list.length];
  if (item === undefined) throw new RangeError('The list is empty.');
  return item;
}

function visitRow(seed: number) {
  const started = new Date(START + (seed % DAYS) * 86_400_000 + seed * 13);
  const instant = started.toISOString();
  return {
    ...{ id: `v${seed}`, conversation: `c${seed}`, person: `p${seed % 40_000}` },
    ...{
      channel: pick(['webchat', 'msteams', 'directline'], seed),
      language: pick(['en', 'sv'], seed),
    },
    ...{ day: instant.slice(0, 10), started_at: instant, last_at: instant, closes_at: instant },
    ...{
      verdict: pick(VERDICTS, seed),
      taken_back_at: null,
      asked: '[]',
      outcome: pick(OUTCOMES, seed),
      settled_at: instant,
    },
  };
}

function answerRow(seed: number, part: number) {
  const { id: visit, conversation, channel, language, day, started_at: at } = visitRow(seed);
  return {
    ...{ id: `a${seed}-${part}`, visit, conversation, channel, language, day, at },
    ...{ entry: pick(ENTRIES, seed + part), helped: pick([1, 0, null, null], seed), comment: null },
    ...{ outcome: pick(OUTCOMES, seed), settled_at: at, is_first: 1 },
  };
}

async function fill(database: Database): Promise<void> {
  for (let from = 0; from < CONVERSATIONS; from += BATCH) {
    const seeds = Array.from({ length: BATCH }, (_, index) => from + index);
    const answers = seeds.flatMap((seed) => [answerRow(seed, 0), answerRow(seed, 1)]);
    await database.transaction().execute(async (transaction) => {
      await transaction.insertInto('visit').values(seeds.map(visitRow)).execute();
      await transaction.insertInto('shown_answer').values(answers).execute();
    });
  }
}

async function main(): Promise<void> {
  const database = await openDatabase('file::memory:');
  await fill(database);
  const reports = new ReportStore(database);
  const range = { from: '2025-01-01', to: '2025-12-31', now: '2026-06-01T00:00:00.000Z' };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await reports.read(range);
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  const [median, worst] = [times[Math.floor(ROUNDS / 2)] ?? 0, times.at(-1) ?? 0];
  console.log(
    `${CONVERSATIONS} conversations: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
  );
}

void main();
