import { remember } from '../../core/remember';

/** Letters of western languages, told from a table. */
const WESTERN = 0x250;

/** A longest run of certain characters in a text. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** It, in lower case. */
  readonly word: string;
}

/** The runs of a text, in order. */
export type RunReader = (text: string) => readonly Run[];

/**
 * Makes the reader of the longest runs of characters that a pattern of one character, flag `u`, matches: what `matchAll`
 * of `[…]+` finds. The runs of the last text are kept, as several finders read it one after another.
 */
export function createRunReader(character: RegExp): RunReader {
  const table = Uint8Array.from({ length: WESTERN }, (_, code) =>
    character.test(String.fromCharCode(code)) ? 1 : 0,
  );
  /** UTF-16 units of the character there; 0 for one that belongs to no run. */
  const lengthAt = (text: string, at: number): number => {
    const unit = text.charCodeAt(at);
    if (unit < WESTERN) return table[unit] ?? 0;
    const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return character.test(whole) ? whole.length : 0;
  };
  const read = (text: string): readonly Run[] => {
    const runs: Run[] = [];
    for (let at = 0; at < text.length;) {
      const start = at;
      for (let length = 1; length > 0; at += length) length = lengthAt(text, at);
      if (at === start) at++;
      else runs.push({ start, end: at, word: text.slice(start, at).toLowerCase() });
    }
    return runs;
  };
  return remember(read, { limit: 1, longest: Infinity });
}

/** Reads runs of letters and digits. */
export const readWords = createRunReader(/[\p{L}\p{N}]/u);

/** Reads runs of letters. */
export const readLetters = createRunReader(/\p{L}/u);
