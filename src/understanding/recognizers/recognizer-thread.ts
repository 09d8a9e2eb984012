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

/** Recognizes what comes to this thread, some messages at a time, one after the other. */
export function serveRecognizer(
  recognizer: Recognizer,
  port: {
    on(event: 'message', take: (tasks: readonly RecognizerTask[]) => void): unknown;
    postMessage(news: RecognizerNews): void;
  },
): void {
  const serve = ({ id, text, context }: RecognizerTask) =>
    recognizer.recognize(text, context).then(
      (recognition) => port.postMessage({ id, recognition }),
      (error: unknown) => port.postMessage({ id, failure: String(error) }),
    );
  const serveAll = async (tasks: readonly RecognizerTask[]) => {
    for (const task of tasks) await serve(task);
  };
  port.on('message', (tasks) => void serveAll(tasks));
  port.postMessage('ready');
}
