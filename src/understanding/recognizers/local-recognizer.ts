import type { Language } from '../../core/language';
import type { IntentId, Recognition, RecognitionExplanation } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import { createTimeMask } from '../entities/blank-times';
import { createEntityFinder } from '../entities/entity-finder';
import { createNameFinder } from '../entities/find-names';
import { createCueReader } from '../follow-ups/follow-up-cues';
import { createFollowUpReader } from '../follow-ups/follow-up-reader';
import type { StrangerCount } from '../follow-ups/home-words';
import { createAttackTest } from '../guards/attack';
import { createOtherPartyTest } from '../guards/other-party';
import { createGloss } from '../language-detection/foreign-gloss';
import type { LanguageDetector } from '../language-detection/language-detector';
import type { LanguageFit, LanguageModel } from '../language-detection/language-model';
import { createWishReader } from '../language-detection/wish';
import { createAskTest, createOpeningTest } from '../segmentation/asks';
import { createBoundaryFinder } from '../segmentation/boundaries';
import { createMessageReader } from '../segmentation/message-reader';
import { emptyWords } from './empty-words';
import { createForeignReader } from './foreign-part';
import { PartRecognizer, meaninglessPart, type ExplainedPart } from './part-recognizer';
import type { Recognizer, UtteranceContext } from './recognizer';
import type { WordLists } from './word-lists';

/** What the local recognizer is made of. */
export interface LocalRecognizerOptions {
  readonly classifier: IntentClassifier;
  readonly languageModel: LanguageModel;
  readonly languageDetector: LanguageDetector;
  readonly words: WordLists;
  readonly countStrangers: StrangerCount;
  /** Intents whose answers tell the same as one's. */
  readonly siblingsOf: (intent: IntentId) => readonly IntentId[];
  readonly defaultLanguage: Language;
}

/** Training utterances that an explanation shows. */
const SHOWN_NEIGHBOURS = 5;

/** Least score of a text that is read in a language, and of one that is in neither. */
const READ_SCORE = 0.8;
const FOREIGN_SCORE = 0.5;

/** Recognizer that needs nothing but this process: reads, tells the language, splits, classifies, decides. */
export function createLocalRecognizer(options: LocalRecognizerOptions): Recognizer {
  const { classifier, languageModel, languageDetector, defaultLanguage } = options;
  const { readMessage, readWish, isAttack, readForeign, partRecognizer } = createReaders(options);
  const supported = [
    defaultLanguage,
    ...[...options.words.languages.keys()].filter((language) => language !== defaultLanguage),
  ];

  const explain = (
    parts: readonly ExplainedPart[],
    fit: LanguageFit,
    language: Language,
  ): RecognitionExplanation => ({
    written: { language: fit.language, score: fit.score, foreignScore: fit.foreignScore },
    thresholds: classifier.thresholds(language),
    parts: parts.map(({ part, followUp }) => ({
      ...(followUp && { followUp }),
      nearest: classifier.nearest(part.text, language, SHOWN_NEIGHBOURS),
    })),
  });

  const recognize = async (text: string, context: UtteranceContext): Promise<Recognition> => {
    const message = readMessage(text);
    const fit = languageModel(message.own);
    const wish = readWish(message.own);
    const { asked, remembered, locale } = context;
    const clues = { wish, fit, supported, asked, remembered, locale };
    const { language, source, score } = await languageDetector.detect(message.own, clues);
    const read = (): readonly ExplainedPart[] => {
      if (isAttack(message.text) || !fit.isWordLike) return [meaninglessPart(text)];
      if (source === 'foreign') return [{ part: readForeign(message.own) }];
      const reading = { message, language: readingLanguage(fit, language), context };
      return partRecognizer.recognize(reading);
    };
    const parts = read();
    const recognition: Recognition = {
      text,
      language,
      languageEvidence: { source, score },
      parts: parts.map(({ part }) => part),
      version: classifier.version,
    };
    if (context.explain !== true) return recognition;
    return { ...recognition, explanation: explain(parts, fit, language) };
  };

  return { recognize };
}

/** People who asked for Swedish go on in English: a message is read in the language that it is written in. */
function readingLanguage(fit: LanguageFit, answered: Language): Language {
  const isClear = fit.words > 0 && fit.score >= READ_SCORE && fit.foreignScore < FOREIGN_SCORE;
  return isClear ? fit.language : answered;
}

/** The readers of a message's layers, made of the word lists. */
function createReaders(options: LocalRecognizerOptions) {
  const { classifier, words, countStrangers, siblingsOf } = options;
  const lists = [...words.languages];
  const message = lists.map(([, list]) => list.message);
  const functionWords = new Set(lists.flatMap(([, { language }]) => language.functionWords));
  const entityWords = new Map(lists.map(([language, { entities }]) => [language, entities]));
  const readCues = createCueReader(message, emptyWords([...words.languages.values()]));
  const followUps = createFollowUpReader({
    readCues,
    countStrangers,
    negations: new Set(lists.flatMap(([, { language }]) => language.negations)),
    findNames: createNameFinder(words.entities, [...entityWords.values()]),
  });
  return {
    readMessage: createMessageReader(message, functionWords),
    readWish: createWishReader(new Map(lists.map(([key, { language }]) => [key, language]))),
    isAttack: createAttackTest(message),
    readForeign: createForeignReader(
      classifier,
      createGloss(words.foreignWords, new Set(words.entities.borrowedWords)),
    ),
    partRecognizer: new PartRecognizer({
      ...{ classifier, followUps, siblingsOf },
      findBoundaries: createBoundaryFinder(message),
      asks: createAskTest(message),
      asksAbility: createOpeningTest(message.flatMap(({ abilityQuestions }) => abilityQuestions)),
      isOfOthers: createOtherPartyTest(message),
      pointsBack: (text) => readCues(text).pointsBack,
      findEntities: createEntityFinder(words.entities, entityWords),
      blankTimes: createTimeMask(
        lists.map(([, { language }]) => language.locale),
        functionWords,
      ),
      antecedentOf: (entry, language) => words.languages.get(language)?.antecedents[entry],
    }),
  };
}
