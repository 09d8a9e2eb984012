import { ShortMemory } from './short-memory';

/**
 * The same function, remembering what it gave for the last texts: for those that come back, such as words, titles and
 * answers. Forgets everything once it knows `limit` texts, and every minute; longer texts than `longest` characters are
 * not remembered.
 */
export function remember<Result>(
  work: (text: string) => Result,
  { limit = 1000, longest = 200 }: { readonly limit?: number; readonly longest?: number } = {},
): (text: string) => Result {
  const memory = new ShortMemory<string, Result>();
  return (text) => {
    const found = memory.get(text);
    if (found !== undefined) return found;
    const result = work(text);
    if (text.length > longest) return result;
    if (memory.size >= limit) memory.clear();
    memory.set(text, result);
    return result;
  };
}
