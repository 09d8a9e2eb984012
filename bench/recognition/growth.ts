import { performance } from 'node:perf_hooks';
import { createRandom } from '../../src/understanding/classifier/random';
import { trainClassifier } from '../../src/understanding/classifier/train-classifier';
import { memory, processorSeconds } from './measure';
import { percentiles } from './percentiles';

/** Figures of a generated FAQ. */
export interface Grown {
  readonly entries: number;
  readonly trainSeconds: number;
  readonly megabytes: number;
  readonly p50: number;
  readonly p99: number;
  readonly accuracy: number;
}

const UTTERANCES = 10;
const QUERIES = 2000;
/** So few that most entries share words with many others. */
const WORDS = 500;
const FRAMES = [
  'how do I # the % of my @',
  'can we # a % for the @',
  'where is the % when I # the @',
  'what does it cost to # the @ with a %',
  'the @ will not # its %',
  'need to # % on @',
];

/** Makes an FAQ of so many entries, trains on it and asks what it hasn't seen: other frames, a slip in some words. */
export function grow(entries: number): Grown {
  const random = createRandom(entries);
  const words = Array.from({ length: WORDS }, () => inventWord(random));
  const pick = <T>(items: readonly T[]): T | undefined =>
    items[Math.floor(random() * items.length)];
  const topics = Array.from({ length: entries }, () => [pick(words), pick(words), pick(words)]);
  const say = ([verb, part, thing]: readonly (string | undefined)[]): string =>
    `${(pick(FRAMES) ?? '')
      .replace('#', verb ?? '')
      .replace('%', part ?? '')
      .replace('@', thing ?? '')} ${pick(words) ?? ''}`;
  const utterances = Object.fromEntries(
    topics.map((topic, i) => [`e.${i}`, Array.from({ length: UTTERANCES }, () => say(topic))]),
  );
  const before = memory();
  const start = processorSeconds();
  const classifier = trainClassifier({ utterances: { en: utterances }, heldOut: {}, lexicons: {} });
  const trainSeconds = processorSeconds() - start;
  const megabytes = (memory() - before) / 2 ** 20;
  const times: number[] = [];
  let right = 0;
  for (let i = 0; i < QUERIES; i++) {
    const entry = Math.floor(random() * entries);
    const text = withSlip(say(topics[entry] ?? []), random);
    const asked = performance.now();
    const [best] = classifier.classify(text, 'en');
    times.push((performance.now() - asked) * 1000);
    if (best?.intent === `e.${entry}`) right++;
  }
  return {
    entries,
    trainSeconds,
    megabytes,
    accuracy: right / QUERIES,
    ...percentiles(times),
  };
}

function inventWord(random: () => number): string {
  const letter = (from: string): string => from.charAt(Math.floor(random() * from.length));
  const syllables = 2 + Math.floor(random() * 3);
  return Array.from(
    { length: syllables },
    () => letter('bdfgklmnprstv') + letter('aeiou') + (random() < 0.3 ? letter('nrlst') : ''),
  ).join('');
}

function withSlip(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  return random() < 0.5 ? text : text.slice(0, at) + text.slice(at + 1);
}
