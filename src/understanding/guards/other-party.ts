import type { MessageWords } from '../segmentation/message-words';
import { anyPhrase } from '../segmentation/phrase-pattern';

/** Makes the test whether a text is about somebody else's account: "our customer …, how many do they have?" */
export function createOtherPartyTest(lists: readonly MessageWords[]): (text: string) => boolean {
  const patterns = lists.map(
    ({ otherParties, theirs }) =>
      new RegExp(
        String.raw`(?<!\p{L})${anyPhrase(otherParties)}(?!\p{L}).{0,100}(?<!\p{L})${anyPhrase(theirs)}(?!\p{L})`,
        'iu',
      ),
  );
  return (text) => patterns.some((pattern) => pattern.test(text));
}
