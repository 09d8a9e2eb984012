import { allMatches } from './all-matches';
import { mask } from './mask';
import type { MessageWords } from './message-words';
import { anyPhrase } from './phrase-pattern';

/** A signature holds names, titles and numbers: at most this share of it are words that make sentences. */
const FUNCTION_WORD_SHARE = 0.2;
const SIGNATURE_WORDS = 40;
/** Words that must be left for a greeting or signature to be taken off. */
const MIN_WORDS = 2;
/** Closings that are looked at, the last ones of a message. */
const MAX_CLOSINGS = 8;
/** Up to three words after a greeting that a comma or the like cuts off. */
const ADDRESSEE = /^(?:[^\S\n]+[\p{L}.]+){0,3}\s*(?:[,!.:–-]|\n|\p{Extended_Pictographic})+/u;

const CONTACT = new RegExp(
  [
    String.raw`\b(?:https?:\/\/|www\.)[^\s<>]+`,
    String.raw`(?<![^\s@<>])[^\s@<>]{1,64}@[^\s@<>]{1,255}`,
    String.raw`(?:\+|\b00)\d[\d\s()-]{6,18}\d`,
    String.raw`\b0(?!\d[-/. ]\d\d[-/. ]\d{4})\d{1,3}[-\s/]\d[\d\s-]{4,12}\d`,
  ].join('|'),
  'giu',
);
/** What stands before every closing: most messages are one sentence, and needn't be searched for it. */
const MAYBE_CLOSING = /[.!?,;\n)/–-][^\S\n]*\p{L}|\n-/u;
/** What every address and number holds: most messages don't, and needn't be searched for them. */
const MAYBE_CONTACT = /@|:\/\/|www\.|[+0]\d/i;

/**
 * Makes the reader that blanks out what surrounds a question: greeting, signature, addresses and
 * telephone numbers. What is left keeps its place; a message of nothing else is left as it is.
 */
export function createSurroundingsReader(
  words: readonly MessageWords[],
  functionWords: ReadonlySet<string>,
): (text: string) => string {
  const greeting = new RegExp(
    String.raw`^\s*${anyPhrase(words.flatMap((word) => word.greetings))}(?!\p{L})`,
    'iu',
  );
  const closing = new RegExp(
    [
      String.raw`(?=\p{L})(?<=[.!?,;\n)]\s*|\s[-–/]\s*)${anyPhrase(words.flatMap((word) => word.closings))}(?![\p{L}\p{N}])`,
      String.raw`(?<=\n)--+(?=\s*\n)`,
      String.raw`(?<=\s)\/{1,2}(?=\s?\p{L})`,
    ].join('|'),
    'giu',
  );

  const hasFewFunctionWords = (text: string): boolean => {
    const found = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
    const ordinary = found.filter((word) => functionWords.has(word)).length;
    return found.length <= SIGNATURE_WORDS && ordinary <= found.length * FUNCTION_WORD_SHARE;
  };
  const isSignature = (text: string): boolean =>
    !text.includes('?') && (/^[\s,.!]*\n/.test(text) || hasFewFunctionWords(text));
  const withoutSignature = (text: string): string => {
    if (!MAYBE_CLOSING.test(text)) return text;
    const start = allMatches(text, closing)
      .slice(-MAX_CLOSINGS)
      .find(({ index, 0: phrase }) => isSignature(text.slice(index + phrase.length)));
    return start === undefined ? text : mask(text, start.index);
  };
  const withoutGreeting = (text: string): string => {
    const start = greeting.exec(text)?.[0].length;
    if (start === undefined) return text;
    const name = ADDRESSEE.exec(text.slice(start))?.[0] ?? '';
    return mask(text, 0, start + (hasFewFunctionWords(name) ? name.length : 0));
  };

  return (text) => {
    const bare = MAYBE_CONTACT.test(text)
      ? text.replace(CONTACT, (contact) => ' '.repeat(contact.length))
      : text;
    return [withoutSignature, withoutGreeting].reduce((left, takeOff) => {
      const rest = takeOff(left);
      if (rest === left) return left;
      return (rest.match(/\p{L}+/gu)?.length ?? 0) >= MIN_WORDS ? rest : left;
    }, bare);
  };
}
