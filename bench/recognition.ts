import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../src/content/load-content';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import type { TrainingSet } from '../src/understanding/classifier/training-set';
import { labelledUtteranceSchema } from '../src/understanding/evaluation/labelled-utterance';
import { readLines } from '../src/understanding/evaluation/read-lines';
import { bayes } from './recognition/bayes';
import { fuse } from './recognition/fuse';
import { grow } from './recognition/growth';
import type { Candidate } from './recognition/candidate';
import { examOf, judge, train, type Exam } from './recognition/measure';
import { sampleOf } from './recognition/sample';
import { machine } from './recognition/machine';
import { miniSearch } from './recognition/mini-search';
import { nlpJs } from './recognition/nlp-js';
import { ours } from './recognition/ours';
import { table } from './recognition/table';
import { wholeMessage } from './recognition/whole-message';

/** Lines of each language, in scope and out of scope, that slow engines are judged by, and that their thresholds are fitted on. */
const SAMPLE = { lines: 20, fitted: 10 };

/**
 * `npm run bench:recognition [-- FILE…]`: this classifier and its peers on the project's own test lines and any further
 * labelled files; a whole message through the recognizer; then an FAQ that grows. `--messages` measures whole messages
 * only, `--sample` all engines on a sample, for the one that takes a second a line.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      messages: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
    },
  });
  const root = process.cwd();
  const content = loadContent(root);
  const set = trainingSetFromContent(root, content);
  const files = Object.keys(set.utterances).map((language) =>
    join(root, 'test/fixtures', `heldout-${language}.jsonl`),
  );
  const lines = [...files, ...positionals].flatMap((file) =>
    readLines(file, labelledUtteranceSchema),
  );
  console.log(`${machine()}\n`);
  const exam = examOf(set, lines);
  if (values.sample) {
    console.log(await peersTable(set, sampled(exam), CANDIDATES));
    return;
  }
  const quick = CANDIDATES.filter(({ isSlow = false }) => !isSlow);
  if (!values.messages) console.log(await peersTable(set, exam, quick));
  console.log(messagesTable(lines.length, await wholeMessage({ root, content, set }, lines)));
  if (!values.messages) console.log(growthTable());
}

const CANDIDATES: readonly Candidate[] = [ours, nlpJs, bayes, miniSearch, fuse];

function sampled({ fitted, lines }: Exam): Exam {
  return { fitted: sampleOf(fitted, SAMPLE.fitted), lines: sampleOf(lines, SAMPLE.lines) };
}

function messagesTable(messages: number, { p50, p99 }: { p50: number; p99: number }): string {
  const row = [messages.toLocaleString('en'), p50.toFixed(0), p99.toFixed(0)];
  return table(['whole messages', 'p50 µs', 'p99 µs'], [row]);
}

async function peersTable(
  set: TrainingSet,
  exam: Exam,
  candidates: readonly Candidate[],
): Promise<string> {
  const [quality, cost]: [string[][], string[][]] = [[], []];
  for (const candidate of candidates) {
    const { guess, name, trainSeconds, megabytes } = await train(candidate, set);
    const { shares, p50, p99 } = await judge(guess, exam);
    for (const [language, own] of Object.entries(shares)) {
      const { top1, right, wrong, caught, apart } = own;
      quality.push([name, language, ...[top1, right, wrong, caught, apart].map(percent)]);
    }
    const times = [p50, p99, megabytes].map((figure) => figure.toFixed(0));
    cost.push([name, trainSeconds.toFixed(1), ...times]);
  }
  return [table(QUALITY, quality), table(COST, cost)].join('\n');
}

const QUALITY = [
  ...['engine', 'language', 'top-1 %', 'right %', 'wrong %'],
  ...['out of scope caught %', 'told apart %'],
];
const COST = ['engine', 'training CPU s', 'p50 µs', 'p99 µs', 'memory MB'];

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function growthTable(): string {
  const rows = [100, 1000, 10_000]
    .map(grow)
    .map((one) => [
      one.entries.toLocaleString('en'),
      ...[one.trainSeconds.toFixed(1), one.megabytes.toFixed(0), one.p50.toFixed(0)],
      ...[one.p99.toFixed(0), (100 * one.accuracy).toFixed(1)],
    ]);
  return table(['entries', 'loading CPU s', 'memory MB', 'p50 µs', 'p99 µs', 'accuracy %'], rows);
}

void main();
