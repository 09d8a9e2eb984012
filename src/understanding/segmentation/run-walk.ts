/** Letters of western languages, told from a table. */
const WESTERN = 0x250;

/** Visits each run of certain characters in a text, in order: where it starts, and where it ends. */
export type RunWalk = (text: string, visit: (start: number, end: number) => void) => void;

/**
 * Makes the walk over the longest runs of characters that a pattern of one character, flag `u`, matches: what `matchAll`
 * of `[…]+` does, without an object for each run.
 */
export function createRunWalk(character: RegExp): RunWalk {
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
  return (text, visit) => {
    let start = -1;
    for (let at = 0; at < text.length;) {
      const length = lengthAt(text, at);
      if (length > 0 && start === -1) start = at;
      if (length === 0 && start !== -1) {
        visit(start, at);
        start = -1;
      }
      at += length || 1;
    }
    if (start !== -1) visit(start, text.length);
  };
}

/** Visits each run of letters and digits. */
export const walkWords = createRunWalk(/[\p{L}\p{N}]/u);

/** Visits each run of letters. */
export const walkLetters = createRunWalk(/\p{L}/u);
