import type { Recognizer } from '../recognizers/recognizer';
import { judge, type Judgement } from './judge';
import type { LabelledUtterance } from './labelled-utterance';

/** Any day: no line's intent depends on it. */
const TODAY = '2021-06-15';

/** Recognizes each line as the first message of a conversation, and judges it. */
export async function evaluateRecognizer(
  recognizer: Recognizer,
  lines: readonly LabelledUtterance[],
): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = [];
  for (const line of lines) {
    judgements.push(judge(line, await recognizer.recognize(line.text, { today: TODAY })));
  }
  return judgements;
}
