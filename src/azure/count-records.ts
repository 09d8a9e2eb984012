/** Characters of a text record, the unit in which the service counts and is paid. */
const RECORD = 1000;

/** Text records of some documents: each begun thousand of characters of each is one. */
export function countRecords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / RECORD)), 0);
}
