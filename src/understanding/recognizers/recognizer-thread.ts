import type { Recognition } from '../../core/recognition';
import type { Recognizer, UtteranceContext } from './recognizer';

/** A message for the thread to recognize. */
export interface RecognizerTask {
  readonly id: number;
  readonly text: string;
  readonly context: UtteranceContext;
}

/** What the thread says: that it can begin, or what came of a task. */
export type RecognizerNews =
  | 'ready'
  | { readonly id: number; readonly recognition: Recognition }
  | { readonly id: number; readonly failure: string };

/** Recognizes what comes to this thread, one message after the other. */
export function serveRecognizer(
  recognizer: Recognizer,
  port: {
    on(event: 'message', take: (task: RecognizerTask) => void): unknown;
    postMessage(news: RecognizerNews): void;
  },
): void {
  port.on('message', ({ id, text, context }) => {
    recognizer.recognize(text, context).then(
      (recognition) => port.postMessage({ id, recognition }),
      (error: unknown) => port.postMessage({ id, failure: String(error) }),
    );
  });
  port.postMessage('ready');
}
