import type { Recognizer } from '../recognizers/recognizer';
import { judge, type Judgement } from './judge';
import type { LabelledUtterance } from './labelled-utterance';

/** Any day: no line's intent depends on it. */
const TODAY = '2021-06-15';

/** Recognizes each line as the first message of a conversation, and judges it. All at once: a remote one takes batches. */
export function evaluateRecognizer(
  recognizer: Recognizer,
  lines: readonly LabelledUtterance[],
): Promise<readonly Judgement[]> {
  return Promise.all(
    lines.map(async (line) => judge(line, await recognizer.recognize(line.text, { today: TODAY }))),
  );
}
