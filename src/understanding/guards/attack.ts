import { wordsOf } from '../language-detection/words-of';
import type { MessageWords } from '../segmentation/message-words';

/** Words that may stand between two words of an injection: "ignore [all of your previous] instructions". */
const REACH = 4;

/** What no partner writes and attackers do: mark-up, SQL, templates, paths. */
const EXPLOIT = new RegExp(
  [
    String.raw`<\s*\/?\s*(?:script|img|iframe|svg|object|embed|style)\b`,
    String.raw`\bjavascript:`,
    String.raw`\{\{[^}]{0,200}\}\}|\$\{[^}]{0,200}\}|<%`,
    String.raw`(?:\.\.[/\\]){2,}`,
    String.raw`\b(?:drop|truncate|alter)\s+table\b|\bunion\s+(?:all\s+)?select\b|\b(?:insert\s+into|delete\s+from)\s+\w+`,
    String.raw`['"]\s*(?:or|and)\s+['"]?\d+['"]?\s*=`,
    String.raw`\bselect\b[^\n]{1,100}\bfrom\s+\w+\s+where\b`,
    String.raw`\brm\s+-rf\b`,
  ].join('|'),
  'iu',
);

/** Makes the test for attempts to steer or break the bot instead of asking it something. */
export function createAttackTest(words: readonly MessageWords[]): (text: string) => boolean {
  const injections = words.flatMap((word) =>
    word.injections.map((groups) => groups.map((group) => new Set(group))),
  );
  return (text) => {
    if (EXPLOIT.test(text)) return true;
    const found = wordsOf(text);
    return injections.some((groups) => followEachOther(found, groups));
  };
}

/** Whether one word of each group stands in the text, each close behind the one before. */
function followEachOther(
  words: readonly string[],
  [first, ...others]: readonly ReadonlySet<string>[],
): boolean {
  if (first === undefined) return false;
  const starts = words.flatMap((word, index) => (first.has(word) ? [index] : []));
  return starts.some((start) => {
    let at: number | undefined = start;
    for (const group of others) {
      const from: number = at + 1;
      const step = words.slice(from, from + REACH + 1).findIndex((word) => group.has(word));
      if (step === -1) return false;
      at = from + step;
    }
    return true;
  });
}
