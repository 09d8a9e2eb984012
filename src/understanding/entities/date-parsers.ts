import type { Chrono, ParsedResult } from 'chrono-node';
import { createRequire } from 'node:module';
import type { Language } from '../../core/language';

/** Finds dates in words, "3 May" or "i går", seen from an instant in UTC. */
export type DateParser = (text: string, instant: Date) => readonly ParsedResult[];

/** The root of `chrono-node` loads every language that it has: a fifth of a second at every start. */
const load = createRequire(__filename);

/** Characters that are searched for dates in words. */
const SEARCHED = 2000;
/** Spans that count from a date ("two days before 3 May") take a tenth of a millisecond a character: in short texts only. */
const WITH_SPANS = 250;
const SLOW_PARSER = /TimeUnit(?:Ago|Later)/;
/**
 * What every such span ends in: a unit after a number, then where it lies. Most texts hold none, and the parsers' patterns
 * take a sixth of a second each to compile.
 */
const MAYBE_SPAN = new RegExp(
  [
    String.raw`(?<=\d|\s|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|an?|few|several|the|couple|of)`,
    String.raw`(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|mons?|mos|months?|qtr|quarters?|y|yr|years?)`,
    String.raw`\s{0,5}(?:ago|before|earlier|later|after|from now|henceforth|forward|out)(?!\w)`,
  ].join(''),
  'i',
);

/** What a date in digits holds, or one that names its month. */
const DIGITS_OR_MONTH = [
  String.raw`\d\s?[-/.:–]\s?\d|\d{6}`,
  String.raw`(?<!\p{L})(?:jan|feb|mar|apr|ma[ijy]|ju[ln]|aug|sep|o[ck]t|nov|de[cs])`,
];
/**
 * What everything that the parser of a language makes a date of holds: a tenth of a millisecond is saved where none is. A
 * language that isn't here is always parsed.
 */
const MAYBE_DATE: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    [
      ...DIGITS_OR_MONTH,
      String.raw`\d\s?(?:s|m|h|d|w|y)(?!\p{L})`,
      String.raw`(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun)`,
      String.raw`(?<!\p{L})(?:now|tod|toni|tomo|tmr|overm|yest|last|morn|aftern|evening|night|mid|noon|eom)`,
      String.raw`(?<!\p{L})(?:sec|min|hour|hr|day|week|wk|mos?(?!\p{L})|q(?:ua|tr)|year|yr)`,
    ].join('|'),
    'iu',
  ),
  sv: new RegExp(
    [
      ...DIGITS_OR_MONTH,
      String.raw`(?<!\p{L})(?:sön|mån|tis|ons|tor|fre|lör|(?:so|må|ti|on|to|fr|lö)(?!\p{L}))`,
      String.raw`(?<!\p{L})(?:nu|idag|imor|över|igår|förr|i\s|morgon|förm|middag|eft|kväll|natt|midn)`,
      String.raw`(?<!\p{L})(?:sek|min|tim|dag|veck|år|kvart)`,
    ].join('|'),
    'iu',
  ),
};

/** The parser of a language; undefined where there is none: then dates in digits are understood. */
export function dateParserOf(language: Language): DateParser | undefined {
  const locale = loadLocale(language);
  if (!hasParser(locale)) return undefined;
  const whole = locale.casual.clone();
  // First of all, so that it gives way to no date that is none.
  whole.refiners.unshift({
    refine: ({ text }, found) => found.filter((one) => isOfWords(one, text)),
  });
  const quick = whole.clone();
  quick.parsers = quick.parsers.filter(({ constructor: { name } }) => !SLOW_PARSER.test(name));
  const maybeDate = MAYBE_DATE[language];
  return (text, instant) => {
    const isSlow = text.length <= WITH_SPANS && MAYBE_SPAN.test(text);
    if (!isSlow && maybeDate?.test(text) === false) return [];
    const parser = isSlow ? whole : quick;
    return parser.parse(text.slice(0, SEARCHED), { instant, timezone: 0 });
  };
}

/** Whether it begins and ends where words do: to the parser `å` is no letter, and "fråga" a Friday and a rest. */
function isOfWords({ index, text: { length } }: ParsedResult, text: string): boolean {
  return !isWithinWord(text, index) && !isWithinWord(text, index + length);
}

function isWithinWord(text: string, at: number): boolean {
  return /^\p{L}{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function loadLocale(language: Language): unknown {
  try {
    return load(`chrono-node/${language}`);
  } catch {
    return undefined;
  }
}

function hasParser(locale: unknown): locale is { readonly casual: Chrono } {
  return (
    typeof locale === 'object' &&
    locale !== null &&
    'casual' in locale &&
    typeof locale.casual === 'object'
  );
}
