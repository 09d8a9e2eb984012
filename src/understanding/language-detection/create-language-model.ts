import type { Language } from '../../core/language';
import type { LanguageWords } from './language-words';
import { trainLanguageModel, type LanguageModel, type LanguageSample } from './language-model';

/** What the languages are told apart by. */
export interface LanguageSources {
  /** Supported languages with their words. */
  readonly words: ReadonlyMap<Language, LanguageWords>;
  /** Training utterances of each supported language. */
  readonly utterances: ReadonlyMap<Language, readonly string[]>;
  /** A sample of text of each language that is only told from the supported ones. */
  readonly foreignSamples: Readonly<Record<Language, string>>;
  /** Words that belong to no language. */
  readonly borrowedWords: ReadonlySet<string>;
}

/** Utterances of a language that are read; more of them tell nothing new. */
const MAX_UTTERANCES = 2000;

/** Trains the language model from the content's own utterances and word lists. */
export function createLanguageModel(sources: LanguageSources): LanguageModel {
  const supported = [...sources.words].map(
    ([language, { everydayWords, neighbourWords, functionWords }]): LanguageSample => ({
      language,
      isSupported: true,
      texts: [
        ...evenSample(sources.utterances.get(language) ?? [], MAX_UTTERANCES),
        ...everydayWords,
        ...neighbourWords,
      ],
      functionWords,
    }),
  );
  const foreign = Object.entries(sources.foreignSamples).map(
    ([language, text]): LanguageSample => ({
      language,
      isSupported: false,
      texts: [text],
      functionWords: [],
    }),
  );
  return trainLanguageModel([...supported, ...foreign], sources.borrowedWords);
}

/** At most so many of a list's members, spread over all of it. */
function evenSample<T>(list: readonly T[], size: number): readonly T[] {
  const stride = Math.max(1, Math.ceil(list.length / size));
  return list.filter((_, index) => index % stride === 0);
}
