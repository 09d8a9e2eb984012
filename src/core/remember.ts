/** What people write stands among the texts: it is gone so soon after it was said, and after it was erased. */
const LASTING_MS = 60_000;

/**
 * The same function, remembering what it gave for the last texts: for those that come back, such as words, titles and
 * answers. Forgets everything once it knows `limit` texts, and every minute; longer texts than `longest` characters are
 * not remembered.
 */
export function remember<Result>(
  work: (text: string) => Result,
  { limit = 1000, longest = 200 }: { readonly limit?: number; readonly longest?: number } = {},
): (text: string) => Result {
  const known = new Map<string, Result>();
  let forgetting: NodeJS.Timeout | undefined;
  const forget = () => {
    known.clear();
    forgetting = undefined;
  };
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = work(text);
    if (text.length > longest) return result;
    if (known.size >= limit) known.clear();
    forgetting ??= setTimeout(forget, LASTING_MS).unref();
    known.set(text, result);
    return result;
  };
}
