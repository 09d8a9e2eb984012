import { wordsOf } from '../language-detection/words-of';
import type { MessageWords } from '../segmentation/message-words';
import { createOrderTest } from './order';
import { createSubjectReader } from './subject';
import { createPatternTest } from './word-pattern';

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

/** Words between "we" and what it does: "can we simply ignore". */
const SUBJECT_REACH = 3;

/** Makes the test for attempts to steer, break or abuse the bot instead of asking it something. */
export function createAttackTest(lists: readonly MessageWords[]): (text: string) => boolean {
  const injections = lists.flatMap((words) => words.injections);
  const overrides = lists.flatMap((words) => words.overrides);
  const isInjection = createPatternTest(injections);
  const isOverride = createPatternTest(overrides);
  const beginnings = new Set([...injections, ...overrides].flatMap(([first = []]) => first));
  const isOrder = createOrderTest(lists);
  const subjectOf = createSubjectReader(lists);

  /** "Can we ignore all the exam rules?" asks; "ignore all rules" and "you must ignore them" steer. */
  const isOwn = (words: readonly string[], at: number): boolean =>
    subjectOf(words.slice(Math.max(0, at - SUBJECT_REACH), at)) === 'people';
  return (text) => {
    if (MAYBE_EXPLOIT.test(text) && EXPLOIT.test(text)) return true;
    const words = wordsOf(text);
    const steers = (word: string, at: number): boolean =>
      beginnings.has(word) &&
      (isInjection(words, at) || (isOverride(words, at) && !isOwn(words, at)));
    return words.some(steers) || isOrder(text, words);
  };
}
