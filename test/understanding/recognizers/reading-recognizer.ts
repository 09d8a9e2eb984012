import { createLanguageModel } from '../../../src/understanding/language-detection/create-language-model';
import { localLanguageDetector } from '../../../src/understanding/language-detection/local-language-detector';
import {
  createLocalRecognizer,
  type LocalRecognizerOptions,
} from '../../../src/understanding/recognizers/local-recognizer';
import { languageWords, words } from '../words';
import { keywordClassifier } from './keyword-classifier';

export const readingOptions: LocalRecognizerOptions = {
  classifier: keywordClassifier,
  languageModel: createLanguageModel({
    words: languageWords,
    utterances: new Map(),
    foreignSamples: words.foreignSamples,
    borrowedWords: new Set(words.entities.borrowedWords),
  }),
  languageDetector: localLanguageDetector,
  words,
  countStrangers: () => 0,
  siblingsOf: () => [],
  defaultLanguage: 'en',
};

/** The recognizer that reads as the real one does and classifies by keywords. */
export const readingRecognizer = createLocalRecognizer(readingOptions);
