import { createHash } from 'node:crypto';
import type { Language } from '../../core/language';
import { obtainFile } from '../obtain-file';
import { decodeLanguages, encodeLanguages } from './language-file';
import type { LanguageWords } from './language-words';
import { languageModelOf, type LanguageModel } from './language-model';
import { learnLanguages, type LanguageSample } from './learn-languages';

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

/** Raise when languages are learnt differently, so that stored files are made anew. */
const ENGINE = 2;
/** Utterances of a language that are read; more of them tell nothing new. */
const MAX_UTTERANCES = 2000;

/**
 * Learns the language model from the content's own utterances and word lists, or loads it from `file`, when that was
 * learnt from the same; keeps it there.
 */
export function createLanguageModel(sources: LanguageSources, file?: string): LanguageModel {
  const samples = samplesOf(sources);
  const learn = () => learnLanguages(samples, sources.borrowedWords);
  if (file === undefined) return languageModelOf(learn());
  const version = createHash('sha256')
    .update(JSON.stringify([ENGINE, samples, [...sources.borrowedWords]]))
    .digest('hex');
  const data = obtainFile(file, {
    make: learn,
    encode: (learnt) => encodeLanguages(version, learnt),
    decode: (bytes) => decodeLanguages(bytes, version),
  });
  return languageModelOf(data);
}

function samplesOf(sources: LanguageSources): readonly LanguageSample[] {
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
  return [...supported, ...foreign];
}

/** At most so many of a list's members, spread over all of it. */
function evenSample<T>(list: readonly T[], size: number): readonly T[] {
  const stride = Math.max(1, Math.ceil(list.length / size));
  return list.filter((_, index) => index % stride === 0);
}
