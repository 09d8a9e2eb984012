import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TrainingSet } from '../../src/understanding/classifier/training-set';
import {
  TWO_QUESTIONS,
  type LabelledUtterance,
} from '../../src/understanding/evaluation/labelled-utterance';
import { percentiles } from './percentiles';
import type { Candidate, Guesser } from './candidate';
import { sharesOf, thresholdOf, type Guessed, type Shares } from './shares';

/** Figures of one engine; shares are 0 to 1, times as named. */
export interface Measured {
  readonly name: string;
  /** Of processor time: what else the machine does counts for nothing. */
  readonly trainSeconds: number;
  readonly megabytes: number;
  readonly p50: number;
  readonly p99: number;
  /** By language: best intent right in scope; answered right and wrong in scope; not answered out of scope. */
  readonly shares: Readonly<Record<string, Shares>>;
}

/** Trains an engine, fits its threshold on the held-out utterances, and measures it on the lines. */
export async function measure(
  candidate: Candidate,
  set: TrainingSet,
  lines: readonly LabelledUtterance[],
): Promise<Measured> {
  const before = memory();
  const start = processorSeconds();
  const guess = await candidate.train(set);
  const trainSeconds = processorSeconds() - start;
  const megabytes = (memory() - before) / 2 ** 20;
  const heldOut = Object.entries(set.heldOut).flatMap(([language, own]) =>
    own.map(({ text, intents }) => ({ text, intents, language, style: 'plain' })),
  );
  const isTaken = (_: unknown, i: number): boolean => i % (candidate.every ?? 1) === 0;
  const fitted = await guessAll(guess, heldOut.filter(isTaken));
  const single = lines.filter(({ style }) => style !== TWO_QUESTIONS).filter(isTaken);
  const times: number[] = [];
  const guessed = await guessAll(guess, single, times);
  const shares: Record<string, Shares> = {};
  for (const language of Object.keys(set.utterances).sort()) {
    const own = (all: readonly Guessed[]) => all.filter(({ line }) => line.language === language);
    shares[language] = sharesOf(own(guessed), thresholdOf(own(fitted)));
  }
  return {
    ...{ name: candidate.name, trainSeconds, megabytes, shares },
    ...percentiles(times),
  };
}

async function guessAll(
  guess: Guesser,
  lines: readonly LabelledUtterance[],
  times: number[] = [],
): Promise<readonly Guessed[]> {
  const guessed: Guessed[] = [];
  for (const line of lines) {
    const start = performance.now();
    const one = await guess(line.text, line.language);
    times.push((performance.now() - start) * 1000);
    guessed.push({ line, guess: one });
  }
  return guessed;
}

/** Processor time that this process has taken, in seconds. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Bytes in use, on and off the heap, after collecting garbage. */
export function memory(): number {
  setFlagsFromString('--expose_gc');
  runInNewContext('gc()');
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
