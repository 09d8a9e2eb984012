import { decide } from '../../core/decision';
import type { Language } from '../../core/language';
import {
  NONE,
  type Recognition,
  type RecognizedPart,
  type ScoredIntent,
} from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import { createAttackTest } from '../guards/attack';
import { detectLanguage, type LanguageDetection } from '../language-detection/language-detector';
import type { LanguageFit, LanguageModel } from '../language-detection/language-model';
import { createWishReader } from '../language-detection/wish';
import { createMessageReader, type ReadMessage } from '../segmentation/message-reader';
import type { Recognizer, UtteranceContext } from './recognizer';
import type { WordLists } from './word-lists';

/** What the local recognizer is made of. */
export interface LocalRecognizerOptions {
  readonly classifier: IntentClassifier;
  readonly languageModel: LanguageModel;
  readonly words: WordLists;
  readonly defaultLanguage: Language;
}

/** Intents that a part shows. */
const SHOWN_INTENTS = 5;
/** Training utterances that an explanation shows. */
const SHOWN_NEIGHBOURS = 5;
const MEANINGLESS: readonly ScoredIntent[] = [{ intent: NONE, score: 1 }];

/** Recognizer that needs nothing but this process: reads, tells the language, splits, classifies, decides. */
export function createLocalRecognizer(options: LocalRecognizerOptions): Recognizer {
  const { classifier, languageModel, words, defaultLanguage } = options;
  const lists = [...words.languages.values()];
  const supported = [
    defaultLanguage,
    ...[...words.languages.keys()].filter((language) => language !== defaultLanguage),
  ];
  const messageWords = lists.map(({ message }) => message);
  const readMessage = createMessageReader(
    messageWords,
    new Set(lists.flatMap(({ language }) => language.functionWords)),
  );
  const readWish = createWishReader(
    new Map([...words.languages].map(([language, list]) => [language, list.language])),
  );
  const isAttack = createAttackTest(messageWords);

  const recognizePart = (message: ReadMessage, language: Language): RecognizedPart => {
    const text = message.own.replace(/\s+/g, ' ').trim();
    const scored = classifier.classify(text, language);
    return {
      text,
      decision: decide(scored, classifier.thresholds(language)),
      intents: scored.slice(0, SHOWN_INTENTS).map(rounded),
      entities: [],
    };
  };

  const recognize = (text: string, context: UtteranceContext): Recognition => {
    const message = readMessage(text);
    const fit = languageModel(message.own);
    const detection = detectLanguage({
      ...{ wish: readWish(message.own), fit, supported },
      ...{ asked: context.asked, remembered: context.remembered, locale: context.locale },
    });
    const isMeaningless = isAttack(message.text) || !fit.isWordLike;
    const parts = isMeaningless
      ? [{ text, decision: 'fallback' as const, intents: MEANINGLESS, entities: [] }]
      : [recognizePart(message, detection.language)];
    return {
      text,
      ...evidenceOf(detection),
      parts,
      version: classifier.version,
      ...(context.explain === true && { explanation: explain(parts, fit, detection.language) }),
    };
  };

  const explain = (parts: readonly RecognizedPart[], fit: LanguageFit, language: Language) => ({
    written: { language: fit.language, score: fit.score, foreignScore: fit.foreignScore },
    thresholds: classifier.thresholds(language),
    parts: parts.map(({ text }) => ({
      read: text,
      nearest: classifier.nearest(text, language, SHOWN_NEIGHBOURS),
    })),
  });

  return { recognize: (text, context) => Promise.resolve(recognize(text, context)) };
}

/** Four decimals: the last digits differ between machines and mean nothing. */
function rounded({ intent, score }: ScoredIntent): ScoredIntent {
  return { intent, score: Math.round(score * 1e4) / 1e4 };
}

function evidenceOf({ language, source, score }: LanguageDetection) {
  return { language, languageEvidence: { source, score } };
}
