import type { Language } from '../../core/language';
import type { Lesson } from '../../core/lesson';
import { NONE, type IntentId } from '../../core/recognition';
import { collect, intentsOf, knowledgeOf, weighExamples } from '../classifier/collect-examples';
import type { Examples, Shape } from '../classifier/examples';
import { extractFeatures } from '../classifier/extract-features';
import type { TrainingSet } from '../classifier/training-set';
import { Vocabulary, type SparseVector } from '../classifier/vocabulary';
import { Analyzers } from '../languages/analyzers';
import { teach } from './teach';

/** All known utterances twice over, with a lesson among them and with blanks in its place: nothing else differs. */
export interface LessonExamples {
  readonly withLesson: Examples;
  readonly withBlanks: Examples;
  readonly shape: Shape;
  readonly intents: readonly IntentId[];
  /** What each row is, the lesson's among them. */
  readonly lines: readonly {
    readonly language: Language;
    readonly text: string;
    readonly entry: IntentId;
    readonly isLesson: boolean;
  }[];
  /** A text as those who have learnt the rows read it. */
  read(text: string, language: Language): SparseVector;
}

const NO_FEATURES = [[], [], []] as const;

/** Puts a lesson among the utterances of a set. */
export function lessonExamples(set: TrainingSet, lesson: Lesson): LessonExamples {
  const taught = teach(set, [lesson]);
  const intents = intentsOf(taught);
  const { features, labels, languages } = collect(taught, intents);
  const vocabulary = Vocabulary.learn(features);
  const analyzers = new Analyzers(knowledgeOf(taught));
  const old = new Set(set.utterances[lesson.language]?.[lesson.entry]);
  const lines = Object.entries(languages).flatMap(([language, { texts, classes }]) =>
    texts.map((text, i) => {
      const entry = intents[classes[i] ?? -1] ?? NONE;
      const isOwn = language === lesson.language && entry === lesson.entry;
      return { language, text, entry, isLesson: isOwn && !old.has(text) };
    }),
  );
  const blank = features.map((own, row) => (lines[row]?.isLesson === true ? NO_FEATURES : own));
  return {
    ...{ intents, lines },
    shape: { features: vocabulary.size, classes: intents.length },
    withLesson: weighExamples(features, labels, vocabulary),
    withBlanks: weighExamples(blank, labels, vocabulary),
    read: (text, language) => vocabulary.weigh(extractFeatures(analyzers.analyze(text, language))),
  };
}
