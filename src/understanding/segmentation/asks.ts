import type { MessageWords } from './message-words';
import { anyPhrase } from './phrase-pattern';

/** Characters between "if" and the question that it leads up to. */
const LONGEST_CONDITION = 80;

/**
 * Makes the test whether a stretch of text asks for something: by a question mark, by a clause that
 * begins like a question, also after a condition ("if it is full can we …"), or by a request such as "tell me".
 */
export function createAskTest(words: readonly MessageWords[]): (text: string) => boolean {
  const starts = anyPhrase(words.flatMap((word) => word.questionStarts));
  const requests = anyPhrase(words.flatMap((word) => word.requests));
  const conditions = anyPhrase(words.flatMap((word) => word.conditions));
  const subjects = anyPhrase(words.flatMap((word) => word.ownSubjects));
  const conditional = String.raw`(?=\p{L})(?<=^[^\p{L}]*)${conditions}\s[^.?!\n]{1,${LONGEST_CONDITION}}?\s${starts}\s+${subjects}(?!\p{L})`;
  const ask = new RegExp(
    String.raw`\?|${conditional}|(?=\p{L})(?<=^[^\p{L}]*|[.!,;:\n)–-]\s*)${starts}(?![\p{L}'’])|(?<!\p{L})${requests}(?!\p{L})`,
    'iu',
  );
  return (text) => ask.test(text);
}

/** Makes the test whether a text begins with one of the phrases. */
export function createOpeningTest(phrases: readonly string[]): (text: string) => boolean {
  const opening = new RegExp(String.raw`^[^\p{L}]*${anyPhrase(phrases)}(?!\p{L})`, 'iu');
  return (text) => opening.test(text);
}
