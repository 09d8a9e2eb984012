import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../src/content/load-content';
import { createTranslator } from '../src/content/translator';
import { openDatabase, type Database } from '../src/storage/database';
import { LedgerStore } from '../src/support/outcomes/ledger-store';
import { ReportStore } from '../src/support/outcomes/report-store';
import { TicketSearchStore } from '../src/support/tickets/ticket-search-store';
import { html } from '../src/support-page/html';
import { overviewPage } from '../src/support-page/overview/overview-page';
import type { Range } from '../src/support-page/overview/range';
import { createNames } from '../src/support-page/parts/names';

// How long the overview of the support page takes over 100,000 conversations. Its limit is 500 ms.
const CONVERSATIONS = 100_000;
const DAYS = 365;
const BATCH = 500;
const ROUNDS = 9;
const NOW = '2026-01-15T12:00:00.000Z';
const RANGES: readonly Range[] = [
  { from: '2025-12-01', to: '2025-12-30' },
  { from: '2025-01-01', to: '2025-12-31' },
];
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

/** The overview as a supporter opens it, from the query to the whole HTML. */
function pageReader(database: Database): (range: Range) => Promise<number> {
  const content = loadContent(process.cwd());
  const translator = createTranslator(content);
  const page = overviewPage({
    tickets: new TicketSearchStore(database),
    reports: new ReportStore(database, new LedgerStore(database, 'Europe/Stockholm')),
    namesIn: (reading) => createNames(content, reading),
    ...{ timeZone: 'Europe/Stockholm', now: () => new Date(NOW) },
  });
  return async (range) => {
    const answer = await page.read({
      ...{ language: 'sv', locale: 'sv-SE', t: translator.in('sv'), params: {} },
      ...{ supporter: { id: 'bench', name: '' }, form: new URLSearchParams() },
      ...{ query: new URLSearchParams({ ...range }), formKey: html`` },
    });
    return answer.show === 'page' ? answer.body.text.length : 0;
  };
}

async function measure(read: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  const before = process.cpuUsage();
  let length = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    length = await read();
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000 / ROUNDS;
  times.sort((one, other) => one - other);
  const [median, worst] = [times[Math.floor(ROUNDS / 2)] ?? 0, times.at(-1) ?? 0];
  return `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms, of the processor ${cpu.toFixed(0)} ms; ${Math.round(length / 1024)} KiB of HTML`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'support-'));
  const database = await openDatabase(`file:${join(folder, 'bot.db')}`);
  await fill(database);
  const read = pageReader(database);
  console.log(`The overview over ${CONVERSATIONS} conversations in a database file:`);
  for (const range of RANGES)
    console.log(`  ${range.from} to ${range.to}: ${await measure(() => read(range))}`);
  await database.destroy();
  rmSync(folder, { recursive: true });
}

void main();
