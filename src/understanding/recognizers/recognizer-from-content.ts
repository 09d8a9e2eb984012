import { ContentFiles } from '../../content/content-files';
import type { Content } from '../../content/content';
import { contentError } from '../../content/fault';
import type { Language } from '../../core/language';
import { NONE, type IntentId } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import { createStrangerCount } from '../follow-ups/home-words';
import { emptyWords } from './empty-words';
import { createLanguageModel } from '../language-detection/create-language-model';
import type { LanguageDetector } from '../language-detection/language-detector';
import type { LanguageWords } from '../language-detection/language-words';
import { localLanguageDetector } from '../language-detection/local-language-detector';
import { createLocalRecognizer } from './local-recognizer';
import type { Recognizer } from './recognizer';
import { loadWordLists } from './word-lists';

export type LanguageDetectorFactory = (
  languages: ReadonlyMap<Language, LanguageWords>,
) => LanguageDetector;

/** Where the local recognizer takes what it knows from. */
export interface RecognizerSources {
  /** Folder that holds `dialogs/` and `locales/`. */
  readonly root: string;
  readonly content: Content;
  readonly classifier: IntentClassifier;
  readonly defaultLanguage: Language;
  /** Makes the language detector of the content's languages; without it they are told apart by their words alone. */
  readonly languageDetectorFor?: LanguageDetectorFactory | undefined;
  /** Where what is learnt of the languages and of the domain's words is kept; else it is learnt anew. */
  readonly learntFiles?: { readonly languages: string; readonly homeWords: string };
}

/** Makes the local recognizer. Throws one `ContentError` that lists every fault of its word lists. */
export function recognizerFromContent(sources: RecognizerSources): Recognizer {
  const files = new ContentFiles(sources.root);
  const words = loadWordLists(files);
  if (files.faults.length > 0) throw contentError(files.faults);
  const { classifier, content, defaultLanguage } = sources;
  const lists = [...words.languages.values()];
  const languages = new Map([...words.languages].map(([key, { language }]) => [key, language]));
  const languageModel = createLanguageModel(
    {
      // Out of scope lines hold mash and code, which are of no language.
      utterances: utterancesOf(content, (intent) => intent !== NONE),
      foreignSamples: words.foreignSamples,
      borrowedWords: new Set(words.entities.borrowedWords),
      words: languages,
    },
    sources.learntFiles?.languages,
  );
  return createLocalRecognizer({
    ...{ classifier, defaultLanguage, languageModel, words },
    languageDetector: sources.languageDetectorFor?.(languages) ?? localLanguageDetector,
    countStrangers: createStrangerCount(
      utterancesOf(content, (intent) => isAboutTheDomain(content, intent)),
      emptyWords(lists),
      sources.learntFiles?.homeWords,
    ),
    siblingsOf: (intent) => siblingsIn(content, intent),
  });
}

function siblingsIn({ entries }: Content, intent: IntentId): readonly IntentId[] {
  const generalOf = (id: IntentId) => entries.get(id)?.general ?? [];
  return [
    ...generalOf(intent),
    ...[...entries.keys()].filter((id) => generalOf(id).includes(intent)),
  ];
}

function utterancesOf(
  content: Content,
  isWanted: (intent: IntentId) => boolean,
): ReadonlyMap<Language, readonly string[]> {
  return new Map(
    [...content.in].map(([language, { utterances }]) => [
      language,
      Object.entries(utterances).flatMap(([intent, lines]) => (isWanted(intent) ? lines : [])),
    ]),
  );
}

function isAboutTheDomain({ entries }: Content, intent: IntentId): boolean {
  const kind = entries.get(intent)?.kind;
  return kind === 'faq' || kind === 'account';
}
