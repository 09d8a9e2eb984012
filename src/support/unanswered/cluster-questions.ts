import { compareText } from '../../core/compare-text';
import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';
import type { UnansweredQuestion } from '../../core/unanswered-question';
import { indexVectors, UtteranceIndex } from '../../understanding/classifier/utterance-index';
import type { SparseVector } from '../../understanding/classifier/vocabulary';
import { clusterName } from './cluster-name';

/** Questions that ask much the same. */
export interface QuestionCluster {
  /** What they are about, in a few words or those of the most typical one. */
  readonly name: string;
  /** The most typical one first. */
  readonly questions: readonly UnansweredQuestion[];
  /** The entries that they are nearest to on average, best first, at most three. */
  readonly candidates: readonly ScoredIntent[];
}

/** What likeness consists of: shared words, and shared entries that either may be about. */
const SHARE = { words: 0.7, entries: 0.3 } as const;
/** On labelled lines, 95 of 100 questions that are so alike are about the same entry (docs/support.md). */
const ALIKE = 0.3;
const CANDIDATES = 3;

/**
 * Groups questions of one language: the one with the most like it becomes the centre of a cluster, they its members,
 * and so on with what remains. Largest clusters first. Deterministic, whatever the order of the questions.
 */
export function clusterQuestions(
  questions: readonly UnansweredQuestion[],
  vectorOf: (text: string) => SparseVector,
): readonly QuestionCluster[] {
  const ordered = [...questions].sort(
    (one, other) => compareText(one.text, other.text) || compareText(one.id, other.id),
  );
  const alike = findAlike(ordered, vectorOf);
  const free = new Set(ordered.keys());
  const clusters: QuestionCluster[] = [];
  while (free.size > 0) {
    const centre = densest(free, alike);
    const members = (alike[centre] ?? [])
      .filter(({ row }) => free.has(row) && row !== centre)
      .sort((one, other) => other.likeness - one.likeness || one.row - other.row);
    const rows = [centre, ...members.map(({ row }) => row)];
    for (const row of rows) free.delete(row);
    const own = rows.flatMap((row) => ordered[row] ?? []);
    clusters.push({ name: clusterName(own), questions: own, candidates: commonCandidates(own) });
  }
  return clusters.sort((one, other) => other.questions.length - one.questions.length);
}

interface Neighbour {
  readonly row: number;
  readonly likeness: number;
}

function findAlike(
  questions: readonly UnansweredQuestion[],
  vectorOf: (text: string) => SparseVector,
): readonly (readonly Neighbour[])[] {
  const vectors = questions.map(({ text }) => toUnit(vectorOf(text)));
  const features = vectors.reduce((most, { ids }) => Math.max(most, ...ids), -1) + 1;
  const index = new UtteranceIndex(indexVectors(vectors, features));
  const scopes = questions.map(inScope);
  return questions.map((question, row) => {
    const cosines = new Map(
      index
        .nearest(vectors[row] ?? toUnit(), questions.length)
        .map((near) => [near.row, near.similarity]),
    );
    return questions.flatMap((other, otherRow) => {
      const words = other.text === question.text ? 1 : (cosines.get(otherRow) ?? 0);
      const likeness = SHARE.words * words + SHARE.entries * overlap(scopes[row], scopes[otherRow]);
      return otherRow !== row && likeness >= ALIKE ? [{ row: otherRow, likeness }] : [];
    });
  });
}

/** The free row whose free neighbours are most alike in all; the first on a tie. */
function densest(free: ReadonlySet<number>, alike: readonly (readonly Neighbour[])[]): number {
  let best = -1;
  let most = -1;
  for (const row of free) {
    const sum = (alike[row] ?? []).reduce(
      (total, near) => total + (free.has(near.row) ? near.likeness : 0),
      0,
    );
    if (sum > most) [best, most] = [row, sum];
  }
  return best;
}

function overlap(one: readonly ScoredIntent[] = [], other: readonly ScoredIntent[] = []): number {
  return one.reduce((sum, { intent, score }) => {
    const same = other.find((candidate) => candidate.intent === intent);
    return sum + Math.min(score, same?.score ?? 0);
  }, 0);
}

function commonCandidates(questions: readonly UnansweredQuestion[]): readonly ScoredIntent[] {
  const sums = new Map<IntentId, number>();
  for (const { intent, score } of questions.flatMap(inScope))
    sums.set(intent, (sums.get(intent) ?? 0) + score / questions.length);
  return [...sums]
    .map(([intent, score]) => ({ intent, score }))
    .sort((one, other) => other.score - one.score || compareText(one.intent, other.intent))
    .slice(0, CANDIDATES);
}

function inScope({ candidates }: UnansweredQuestion): readonly ScoredIntent[] {
  return candidates.filter(({ intent }) => intent !== NONE);
}

function toUnit({ ids, values }: SparseVector = NOTHING): SparseVector {
  const length = Math.hypot(...values);
  return { ids, values: values.map((value) => value / (length || 1)) };
}

const NOTHING: SparseVector = { ids: new Int32Array(), values: new Float32Array() };
