import { matchLanguage, type Language } from '../../core/language';
import type { LanguageSource } from '../../core/recognition';
import type { LanguageFit } from './language-model';

/** The language to answer in, which row of the table decided, and how sure it was, 0 to 1. */
export interface LanguageDetection {
  readonly language: Language;
  readonly source: LanguageSource;
  readonly score: number;
}

/** All that a detector may look at. */
export interface LanguageClues {
  /** Language that this very message asks for. */
  readonly wish: Language | undefined;
  readonly fit: LanguageFit;
  /** Language asked for earlier. */
  readonly asked: Language | undefined;
  readonly remembered: Language | undefined;
  /** The channel's locale, a BCP 47 tag. */
  readonly locale: string | undefined;
  /** The first is the default. */
  readonly supported: readonly Language[];
}

/** One row of the table: a language when its clue is there, else undefined. */
type LanguageDetector = (clues: LanguageClues) => LanguageDetection | undefined;

/** Least score of a text that is taken as written in a language. */
const WRITTEN_SCORE = 0.8;
/** To follow a person out of the conversation's language, the text must be clear and more than one word. */
const SWITCH = { score: 0.97, words: 2 };
/**
 * A language asked for stays until another is asked for, or a message of this size is clearly in
 * another language: people ask for Swedish in English, and may go on with half a sentence of it.
 */
const OVERRULE = { score: 0.99, words: 12 };
const FOREIGN = { score: 0.9, words: 2 };

/** Strongest first; the first that gives a language decides. */
const DETECTORS: readonly LanguageDetector[] = [
  askedNow,
  askedBefore,
  written,
  remembered,
  channel,
];

/** Finds the language to answer in; text in a language that isn't supported gives source `foreign`. */
export function detectLanguage(clues: LanguageClues): LanguageDetection {
  for (const detector of isForeign(clues.fit) ? [askedNow, foreign] : DETECTORS) {
    const detection = detector(clues);
    if (detection !== undefined) return detection;
  }
  return { language: clues.supported[0] ?? clues.fit.language, source: 'default', score: 0 };
}

function askedNow({ wish }: LanguageClues): LanguageDetection | undefined {
  return wish === undefined ? undefined : { language: wish, source: 'asked', score: 1 };
}

function askedBefore({ asked, fit, supported }: LanguageClues): LanguageDetection | undefined {
  if (asked === undefined || !supported.includes(asked)) return undefined;
  const isOverruled =
    fit.language !== asked && fit.score >= OVERRULE.score && fit.words >= OVERRULE.words;
  return isOverruled ? undefined : { language: asked, source: 'asked', score: 1 };
}

function written({ fit, remembered, supported }: LanguageClues): LanguageDetection | undefined {
  const isSwitch =
    remembered !== undefined && supported.includes(remembered) && remembered !== fit.language;
  const isClear = isSwitch
    ? fit.score >= SWITCH.score && fit.words >= SWITCH.words
    : fit.score >= WRITTEN_SCORE;
  return isClear ? { language: fit.language, source: 'written', score: fit.score } : undefined;
}

function remembered({ remembered, supported }: LanguageClues): LanguageDetection | undefined {
  if (remembered === undefined || !supported.includes(remembered)) return undefined;
  return { language: remembered, source: 'remembered', score: 1 };
}

function channel({ locale, supported }: LanguageClues): LanguageDetection | undefined {
  const language = matchLanguage(locale, supported);
  return language === undefined ? undefined : { language, source: 'channel', score: 1 };
}

function foreign(clues: LanguageClues): LanguageDetection | undefined {
  const language =
    [clues.asked, clues.remembered].find(
      (known) => known !== undefined && clues.supported.includes(known),
    ) ??
    matchLanguage(clues.locale, clues.supported) ??
    clues.supported[0] ??
    clues.fit.language;
  return { language, source: 'foreign', score: clues.fit.foreignScore };
}

function isForeign({ foreignScore, words }: LanguageFit): boolean {
  return foreignScore >= FOREIGN.score && words >= FOREIGN.words;
}
