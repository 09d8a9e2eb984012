import type { MessageWords } from './message-words';
import { anyPhrase } from './phrase-pattern';

/**
 * Makes the test whether a stretch of text asks for something: by a question mark, by a clause that
 * begins like a question, or by a request such as "tell me".
 */
export function createAskTest(words: readonly MessageWords[]): (text: string) => boolean {
  const starts = anyPhrase(words.flatMap((word) => word.questionStarts));
  const requests = anyPhrase(words.flatMap((word) => word.requests));
  const ask = new RegExp(
    String.raw`\?|(?=\p{L})(?<=^[^\p{L}]*|[.!,;:\n)–-]\s*)${starts}(?![\p{L}'’])|(?<!\p{L})${requests}(?!\p{L})`,
    'iu',
  );
  return (text) => ask.test(text);
}
