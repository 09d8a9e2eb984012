import * as chrono from 'chrono-node';
import type { Language } from '../../core/language';

/** Finds dates in words, "3 May" or "i går", seen from an instant in UTC. */
export type DateParser = (text: string, instant: Date) => readonly chrono.ParsedResult[];

/** The parser of a language; undefined where there is none: then dates in digits are understood. */
export function dateParserOf(language: Language): DateParser | undefined {
  const locale = new Map<string, unknown>(Object.entries(chrono)).get(language);
  if (!hasParser(locale)) return undefined;
  return (text, instant) => locale.casual.parse(text, { instant, timezone: 0 });
}

function hasParser(locale: unknown): locale is { readonly casual: chrono.Chrono } {
  return (
    typeof locale === 'object' &&
    locale !== null &&
    'casual' in locale &&
    locale.casual instanceof chrono.Chrono
  );
}
