/** What a terminal obeys instead of showing it; JSON has escaped the other controls already. */
const UNSEEN = /[\p{Cf}\x7f-\x9f]/gu;

/** A value as indented JSON of which a terminal shows every character: those that it wouldn't are escapes. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
