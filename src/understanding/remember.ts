/** Makes a function that finds the same thing once: it remembers up to `limit` texts, then begins anew. */
export function remember<T extends object>(
  find: (text: string) => T,
  limit: number,
): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (remembered.size >= limit) remembered.clear();
    remembered.set(text, found);
    return found;
  };
}
