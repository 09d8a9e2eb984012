import { NONE, type IntentId } from '../../core/recognition';
import { Analyzers } from '../languages/analyzers';
import type { LanguageKnowledge } from '../languages/language-knowledge';
import { EMPTY_LEXICON } from '../languages/lexicon';
import { countWords } from '../languages/word-list';
import type { Language } from '../../core/language';
import { UNCALIBRATED } from './calibration';
import type { Examples } from './examples';
import { extractFeatures, type FeatureFamilies } from './extract-features';
import { CAUTIOUS } from './fit-thresholds';
import type { LanguageModel, ReadLanguage } from './model';
import type { TrainingSet } from './training-set';
import { indexVectors } from './utterance-index';
import type { Vocabulary } from './vocabulary';

/** The intents of a set, sorted; their places are the classes. */
export function intentsOf(set: TrainingSet): IntentId[] {
  const all = Object.values(set.utterances).flatMap((byIntent) => Object.keys(byIntent));
  return [...new Set([...all, NONE])].sort();
}

/** What the analysis of each language starts from. */
export function knowledgeOf(set: TrainingSet): Map<Language, LanguageKnowledge> {
  return new Map(
    Object.entries(set.utterances).map(([language, byIntent]) => [
      language,
      {
        lexicon: set.lexicons[language] ?? EMPTY_LEXICON,
        words: countWords(Object.values(byIntent).flat()),
      },
    ]),
  );
}

interface Collected {
  readonly features: readonly FeatureFamilies[];
  readonly labels: readonly number[];
  readonly languages: Record<Language, ReadLanguage>;
}

/** Reads all utterances of a set: features and class of each, language by language. */
export function collect(set: TrainingSet, intents: readonly IntentId[]): Collected {
  const features: FeatureFamilies[] = [];
  const labels: number[] = [];
  const languages: Record<Language, ReadLanguage> = {};
  const knowledge = knowledgeOf(set);
  const analyzers = new Analyzers(knowledge);
  for (const [language, byIntent] of Object.entries(set.utterances)) {
    const lines = Object.entries(byIntent).flatMap(([intent, texts]) =>
      texts.map((text) => ({ text, label: intents.indexOf(intent) })),
    );
    for (const { text, label } of lines) {
      features.push(extractFeatures(analyzers.analyze(text, language)));
      labels.push(label);
    }
    languages[language] = {
      lexicon: set.lexicons[language] ?? EMPTY_LEXICON,
      words: Object.fromEntries(knowledge.get(language)?.words ?? []),
      calibration: UNCALIBRATED,
      thresholds: CAUTIOUS,
      texts: lines.map(({ text }) => text),
      classes: lines.map(({ label }) => label),
    };
  }
  return { features, labels, languages };
}

/** Indexes the words of each language's utterances, whose features stand one language after another. */
export function indexLanguages(
  { features, languages }: Collected,
  vocabulary: Vocabulary,
): Record<Language, LanguageModel> {
  const indexed: Record<Language, LanguageModel> = {};
  let start = 0;
  for (const [language, part] of Object.entries(languages)) {
    const own = features.slice(start, start + part.texts.length);
    const vectors = own.map(([words]) => vocabulary.weighToKeep([words, [], []]));
    indexed[language] = { ...part, index: indexVectors(vectors, vocabulary.size) };
    start += part.texts.length;
  }
  return indexed;
}

/** The features of utterances as weighted rows. */
export function weighExamples(
  features: readonly FeatureFamilies[],
  labels: readonly number[],
  vocabulary: Vocabulary,
): Examples {
  const starts = new Int32Array(features.length + 1);
  const vectors = features.map((families, row) => {
    const vector = vocabulary.weighToKeep(families);
    starts[row + 1] = (starts[row] ?? 0) + vector.ids.length;
    return vector;
  });
  const ids = new Int32Array(starts[features.length] ?? 0);
  const values = new Float32Array(ids.length);
  vectors.forEach((vector, row) => {
    ids.set(vector.ids, starts[row]);
    values.set(vector.values, starts[row]);
  });
  return { starts, ids, values, labels: Int32Array.from(labels) };
}
