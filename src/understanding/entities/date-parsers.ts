import { en, sv, type ParsedResult } from 'chrono-node';
import type { Language } from '../../core/language';

/** Finds dates in words, "3 May" or "i går", seen from noon of a day in UTC. */
export type DateParser = (text: string, reference: Date) => readonly ParsedResult[];

/** Parsers by language; one without a parser understands dates in digits only. */
export const dateParsers: Readonly<Record<Language, DateParser>> = {
  en: (text, instant) => en.casual.parse(text, { instant, timezone: 0 }),
  sv: (text, instant) => sv.casual.parse(text, { instant, timezone: 0 }),
};
