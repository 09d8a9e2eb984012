import type { Language } from '../../core/language';
import { NONE, type IntentId } from '../../core/recognition';
import type { Examples, Shape } from '../classifier/examples';
import { applyLayer } from '../classifier/linear-layer';
import { collect, intentsOf, weighExamples } from '../classifier/collect-examples';
import { trainLinear } from '../classifier/train-linear';
import type { TrainingSet } from '../classifier/training-set';
import { Vocabulary } from '../classifier/vocabulary';
import { pickExamples } from './pick-examples';

/** A training utterance that a classifier which hasn't learnt it takes for another intent. */
export interface ConfusedUtterance {
  readonly language: Language;
  readonly text: string;
  readonly entry: IntentId;
  readonly other: IntentId;
  /** How far the other intent's score is ahead, in margins of the classifier: 2 lies between sure no and sure yes. */
  readonly lead: number;
}

/** Fewer folds would judge by less than people have written; more would take longer and say the same. */
const FOLDS = 4;
const LINEAR = { epochs: 4, rate: 0.1, seed: 1 } as const;

/**
 * Reads each training utterance as if it had not been written: a quarter is left out in turn, and classified by what
 * the rest teaches. The linear member alone judges, as it learns in seconds. Deterministic.
 */
export function findConfusions(set: TrainingSet): readonly ConfusedUtterance[] {
  const intents = intentsOf(set);
  const { features, labels, languages } = collect(set, intents);
  const vocabulary = Vocabulary.learn(features);
  const examples = weighExamples(features, labels, vocabulary);
  const shape = { features: vocabulary.size, classes: intents.length };
  const texts = Object.entries(languages).flatMap(([language, part]) =>
    part.texts.map((text) => ({ language, text })),
  );
  return Array.from({ length: FOLDS }, (_, fold) => classifyFold(examples, shape, fold))
    .flat()
    .flatMap(({ row, own, best, lead }) => {
      const line = texts[row];
      if (line === undefined || own === best) return [];
      return [{ ...line, entry: intents[own] ?? NONE, other: intents[best] ?? NONE, lead }];
    });
}

interface Judgement {
  readonly row: number;
  readonly own: number;
  readonly best: number;
  readonly lead: number;
}

function classifyFold(examples: Examples, shape: Shape, fold: number): readonly Judgement[] {
  const rows = Array.from(examples.labels, (_, row) => row);
  const learnt = rows.filter((row) => row % FOLDS !== fold);
  const layer = trainLinear(pickExamples(examples, learnt), shape, LINEAR);
  const scores = new Float32Array(shape.classes);
  return rows
    .filter((row) => row % FOLDS === fold)
    .map((row) => {
      const [from = 0, to = 0] = examples.starts.subarray(row, row + 2);
      applyLayer(layer, { ids: examples.ids, values: examples.values, from, to }, scores);
      const own = examples.labels[row] ?? 0;
      const best = scores.reduce((top, score, k) => (score > (scores[top] ?? 0) ? k : top), 0);
      return { row, own, best, lead: (scores[best] ?? 0) - (scores[own] ?? 0) };
    });
}
