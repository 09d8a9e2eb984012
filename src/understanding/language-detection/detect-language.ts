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
  /** What a service took the text for, where it was asked: a supported language or another one. */
  readonly identified?: Identified | undefined;
  /** The channel's locale, a BCP 47 tag. */
  readonly locale: string | undefined;
  /** The first is the default. */
  readonly supported: readonly Language[];
}

/** A language that a service named, and how sure it was, 0 to 1. `language` is undefined for one that isn't supported. */
export interface Identified {
  readonly language: Language | undefined;
  readonly score: number;
}

/** One row of the table: a language when its clue is there, else undefined. */
type LanguageRule = (clues: LanguageClues) => LanguageDetection | undefined;

/** Least score of a text that is taken as written in a language. */
const WRITTEN_SCORE = 0.8;
/** To follow a person out of the conversation's language, the text must be clear and more than one word. */
const SWITCH = { score: 0.97, words: 2 };
/**
 * A language asked for stays until another is asked for, or a message of this size is clearly in
 * another language: people ask for Swedish in English, and may go on with half a sentence of it.
 */
const OVERRULE = { score: 0.99, words: 12 };
const FOREIGN = { score: 0.75, words: 2 };
/** From here on a text may be foreign: nothing that fits a supported language comes near. */
const MAYBE_FOREIGN = 0.1;
/** Least score at which a service is believed; that a language isn't ours closes the door, so it takes more. */
const IDENTIFIED = { ours: 0.5, foreign: 0.8 };

/** Strongest first; the first that gives a language decides. */
const RULES: readonly LanguageRule[] = [
  askedNow,
  askedBefore,
  written,
  remembered,
  identified,
  channel,
];

/** Finds the language to answer in; text in a language that isn't supported gives source `foreign`. */
export function detectLanguage(clues: LanguageClues): LanguageDetection {
  for (const rule of isForeign(clues) ? [askedNow, foreign] : RULES) {
    const detection = rule(clues);
    if (detection !== undefined) return detection;
  }
  return { language: clues.supported[0] ?? clues.fit.language, source: 'default', score: 0 };
}

/** Whether the words leave open which language it is, so that asking a service may help. */
export function isUnsure({ fit }: LanguageClues, { source }: LanguageDetection): boolean {
  if (source === 'asked' || source === 'foreign' || !fit.isWordLike || fit.words === 0)
    return false;
  return source === 'channel' || source === 'default' || fit.foreignScore >= MAYBE_FOREIGN;
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

function identified({ identified }: LanguageClues): LanguageDetection | undefined {
  const { language, score = 0 } = identified ?? {};
  if (language === undefined || score < IDENTIFIED.ours) return undefined;
  return { language, source: 'identified', score };
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
  const score = clues.identified?.score ?? clues.fit.foreignScore;
  return { language, source: 'foreign', score };
}

function isForeign({ fit, identified }: LanguageClues): boolean {
  if (fit.words < FOREIGN.words) return false;
  if (identified === undefined) return fit.foreignScore >= FOREIGN.score;
  return identified.language === undefined && identified.score >= IDENTIFIED.foreign;
}
