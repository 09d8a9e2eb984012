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

/** An engine that has learnt. */
export interface Trained {
  readonly name: string;
  readonly guess: Guesser;
  /** Of processor time: what else the machine does counts for nothing. */
  readonly trainSeconds: number;
  readonly megabytes: number;
}

/** Lines that thresholds are fitted on, and lines that engines are judged by. */
export interface Exam {
  readonly fitted: readonly LabelledUtterance[];
  readonly lines: readonly LabelledUtterance[];
}

/** Figures of one engine; times in microseconds a line. */
export interface Judged {
  readonly p50: number;
  readonly p99: number;
  /** By language. */
  readonly shares: Readonly<Record<string, Shares>>;
}

/** Trains an engine and measures what that takes. */
export async function train(candidate: Candidate, set: TrainingSet): Promise<Trained> {
  const before = memory();
  const start = processorSeconds();
  const guess = await candidate.train(set);
  const trainSeconds = processorSeconds() - start;
  const megabytes = (memory() - before) / 2 ** 20;
  return { name: candidate.name, guess, trainSeconds, megabytes };
}

/** Fits an engine's threshold, for each language by itself, and judges it. */
export async function judge(guess: Guesser, { fitted, lines }: Exam): Promise<Judged> {
  const known = await guessAll(guess, fitted);
  const times: number[] = [];
  const guessed = await guessAll(guess, lines, times);
  const shares: Record<string, Shares> = {};
  for (const language of [...new Set(lines.map((line) => line.language))].sort()) {
    const own = (all: readonly Guessed[]) => all.filter(({ line }) => line.language === language);
    shares[language] = sharesOf(own(guessed), thresholdOf(own(known)));
  }
  return { ...percentiles(times), shares };
}

/** All that engines are judged by: the held-out utterances, and those of some lines that ask a single thing. */
export function examOf(set: TrainingSet, lines: readonly LabelledUtterance[]): Exam {
  const fitted = Object.entries(set.heldOut).flatMap(([language, own]) =>
    own.map(({ text, intents }) => ({ text, intents, language, style: 'plain' })),
  );
  return { fitted, lines: lines.filter(({ style }) => style !== TWO_QUESTIONS) };
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
