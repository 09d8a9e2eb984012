import { fold } from '../content/fold';
import type { Choice } from '../core/reply';

/** How people point at one of several choices, folded; from `locales/<language>/prompts.json`. */
export interface PromptWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly cancel: readonly string[];
  readonly noneOfThese: readonly string[];
  readonly last: readonly string[];
  /** Words for the first, the second, … choice. */
  readonly ordinals: readonly (readonly string[])[];
  /** Words that say nothing about which one. */
  readonly fillers: readonly string[];
  /** Words that people hesitate with before they say what they want: "no", "wait", "äh". */
  readonly hesitations: readonly string[];
}

/**
 * The choice that an utterance points at: by its title, a number ("2", "#2") or an ordinal ("the second one",
 * "den andra"). Undefined when it points at none.
 */
export function pointAt<T extends Choice>(
  utterance: string,
  choices: readonly T[],
  words: PromptWords,
): T | undefined {
  const said = fold(utterance);
  if (said === '') return undefined;
  return called(utterance, choices) ?? byNumber(said, choices, words);
}

/** The choice whose title, or what a click on it sends, an utterance is. */
export function called<T extends Choice>(utterance: string, choices: readonly T[]): T | undefined {
  const said = fold(utterance);
  return choices.find(({ title, value }) => [fold(title), fold(value)].includes(said));
}

/** Whether an utterance is a place in a row: "the second one", "the last". */
export function isOrdinal(utterance: string, { ordinals, last, fillers }: PromptWords): boolean {
  const said = fold(utterance);
  const candidates = [said, strip(said, fillers)];
  return [...ordinals, last].some((forms) => forms.some((form) => candidates.includes(form)));
}

function byNumber<T extends Choice>(
  said: string,
  choices: readonly T[],
  words: PromptWords,
): T | undefined {
  const digits = /^(?:n(?:umme)?r |number |no )?(\d{1,2})$/.exec(said)?.[1];
  if (digits !== undefined) return choices[Number(digits) - 1];
  const bare = strip(said, words.fillers);
  const candidates = [said, bare].filter((text) => text !== '');
  if (words.last.some((word) => candidates.includes(word)))
    return choices.findLast(({ wayOut }) => wayOut !== true);
  const index = words.ordinals.findIndex((forms) =>
    forms.some((form) => candidates.includes(form)),
  );
  return index < 0 ? undefined : choices[index];
}

/** Short replies only: a sentence of its own is a new question, not a pointer. */
const MOST_NAMING_WORDS = 4;

/** The one choice whose title has every word of a short utterance ("the renewal one"); undefined when none or several have. */
export function nameOne<T extends Choice>(
  utterance: string,
  choices: readonly T[],
  words: PromptWords,
): T | undefined {
  const naming = strip(fold(utterance), words.fillers).split(' ').filter(Boolean);
  if (naming.length === 0 || naming.length > MOST_NAMING_WORDS) return undefined;
  const named = choices.filter(({ title }) => {
    const titleWords = fold(title).split(' ');
    return naming.every((word) => titleWords.includes(word));
  });
  return named.length === 1 ? named[0] : undefined;
}

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** All words of a list; made once for each list. */
function wordsOf(list: readonly string[]): ReadonlySet<string> {
  const words = known.get(list) ?? new Set(list.flatMap((text) => text.split(' ')));
  known.set(list, words);
  return words;
}

function strip(said: string, fillers: readonly string[]): string {
  const drop = wordsOf(fillers);
  return said
    .split(' ')
    .filter((word) => !drop.has(word))
    .join(' ');
}

/** Whether an utterance is one of a list's words and nothing else. */
export function says(utterance: string, list: readonly string[]): boolean {
  const said = fold(utterance);
  return said !== '' && list.includes(said);
}

/** A longer message tells something, whatever it begins with. */
const MOST_CANCELLING_WORDS = 12;

/** Whether an utterance, its first sentence, or a clause of that says to stop: "no wait, cancel. I'll ask a colleague." */
export function cancels(utterance: string, { cancel, hesitations }: PromptWords): boolean {
  if (fold(utterance).split(' ').length > MOST_CANCELLING_WORDS) return false;
  const [first = ''] = utterance.split(/[.!?\n]/);
  return [utterance, first, ...first.split(',')].some((text) =>
    says(withoutHesitation(text, hesitations), cancel),
  );
}

/** An utterance, folded, without what people hesitate with before they say what they want. */
export function withoutHesitation(utterance: string, hesitations: readonly string[]): string {
  const said = fold(utterance);
  const hesitation = hesitations.find((word) => said.startsWith(`${word} `));
  return hesitation === undefined
    ? said
    : withoutHesitation(said.slice(hesitation.length), hesitations);
}
