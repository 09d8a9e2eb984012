import { wordsOf } from '../language-detection/words-of';
import type { MessageWords } from '../segmentation/message-words';

/** Words that may stand between two words of an injection: "ignore [all of your previous] instructions". */
const REACH = 4;

/** What no partner writes and attackers do: mark-up, SQL, templates, paths. */
const EXPLOIT = new RegExp(
  [
    String.raw`<\s*(?:\/\s*)?(?:script|img|iframe|svg|object|embed|style)\b`,
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

/** What every exploit holds: most messages don't, and needn't be searched for one. */
const MAYBE_EXPLOIT = /[<{=]|javascript:|\.\.[/\\]|table|select|insert|delete|-rf/iu;

/** Makes the test for attempts to steer or break the bot instead of asking it something. */
export function createAttackTest(lists: readonly MessageWords[]): (text: string) => boolean {
  const byFirstWord = new Map<string, Groups[]>();
  for (const [first = [], ...others] of lists.flatMap(({ injections }) => injections)) {
    const groups = others.map((group) => new Set(group));
    for (const word of first) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), groups]);
  }
  return (text) => {
    if (MAYBE_EXPLOIT.test(text) && EXPLOIT.test(text)) return true;
    const words = wordsOf(text);
    return words.some((word, index) =>
      byFirstWord.get(word)?.some((groups) => follow(words, index, groups)),
    );
  };
}

type Groups = readonly ReadonlySet<string>[];

/** Whether a word of each group follows, each close behind the one before. */
function follow(words: readonly string[], start: number, groups: Groups): boolean {
  let at = start;
  for (const group of groups) {
    const step = words.slice(at + 1, at + 2 + REACH).findIndex((word) => group.has(word));
    if (step === -1) return false;
    at += 1 + step;
  }
  return true;
}
