import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../src/content/load-content';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import type { TrainingSet } from '../src/understanding/classifier/training-set';
import {
  labelledUtteranceSchema,
  type LabelledUtterance,
} from '../src/understanding/evaluation/labelled-utterance';
import { readLines } from '../src/understanding/evaluation/read-lines';
import { bayes } from './recognition/bayes';
import { fuse } from './recognition/fuse';
import { grow } from './recognition/growth';
import { measure, type Measured } from './recognition/measure';
import { machine } from './recognition/machine';
import { miniSearch } from './recognition/mini-search';
import { nlpJs } from './recognition/nlp-js';
import { ours } from './recognition/ours';
import { table } from './recognition/table';
import { wholeMessage } from './recognition/whole-message';

/**
 * `npm run bench:recognition [-- FILE…]`: this classifier and its peers on the project's own test lines and any further
 * labelled files; a whole message through the recognizer; then an FAQ that grows. `--messages` measures whole messages only.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { messages: { type: 'boolean', default: false } },
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
  if (!values.messages) console.log(peersTable(await measureAll(set, lines)));
  console.log(messagesTable(lines.length, await wholeMessage({ root, content, set }, lines)));
  if (!values.messages) console.log(growthTable());
}

async function measureAll(
  set: TrainingSet,
  lines: readonly LabelledUtterance[],
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const candidate of [ours, nlpJs, bayes, miniSearch, fuse]) {
    measured.push(await measure(candidate, set, lines));
  }
  return measured;
}

function messagesTable(messages: number, { p50, p99 }: { p50: number; p99: number }): string {
  const row = [messages.toLocaleString('en'), p50.toFixed(0), p99.toFixed(0)];
  return table(['whole messages', 'p50 µs', 'p99 µs'], [row]);
}

function peersTable(measured: readonly Measured[]): string {
  const percent = (share = 0): string => (100 * share).toFixed(1);
  const languages = Object.keys(measured[0]?.shares ?? {});
  const quality = measured.flatMap(({ name, shares }) =>
    languages.map((language) => {
      const { top1, right, wrong, caught, apart } = shares[language] ?? {};
      return [name, language, ...[top1, right, wrong, caught, apart].map(percent)];
    }),
  );
  const cost = measured.map(({ name, trainSeconds, p50, p99, megabytes }) => [
    name,
    ...[trainSeconds.toFixed(1), p50.toFixed(0), p99.toFixed(0), megabytes.toFixed(0)],
  ]);
  return [
    table(
      [
        'engine',
        'language',
        'top-1 %',
        'right %',
        'wrong %',
        'out of scope caught %',
        'told apart %',
      ],
      quality,
    ),
    table(['engine', 'training CPU s', 'p50 µs', 'p99 µs', 'memory MB'], cost),
  ].join('\n');
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
