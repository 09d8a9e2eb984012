import type { Recognition } from '../../core/recognition';
import type { Recognizer, UtteranceContext } from './recognizer';

/** A message for the thread to recognize. */
export interface RecognizerTask {
  readonly id: number;
  readonly text: string;
  readonly context: UtteranceContext;
}

/** What came of a task. */
export type RecognizerResult =
  | { readonly id: number; readonly recognition: Recognition }
  | { readonly id: number; readonly failure: string };

/** What the thread says: that it can begin, or what came of tasks. */
export type RecognizerNews = 'ready' | readonly RecognizerResult[];

/** Recognizes what comes to this thread, one message after the other; those that came together are answered together. */
export function serveRecognizer(
  recognizer: Recognizer,
  port: {
    on(event: 'message', take: (tasks: readonly RecognizerTask[]) => void): unknown;
    postMessage(news: RecognizerNews): void;
  },
): void {
  const serve = ({ id, text, context }: RecognizerTask): Promise<RecognizerResult> =>
    recognizer.recognize(text, context).then(
      (recognition) => ({ id, recognition }),
      (error: unknown) => ({ id, failure: String(error) }),
    );
  const serveAll = async (tasks: readonly RecognizerTask[]) => {
    const results: RecognizerResult[] = [];
    for (const task of tasks) results.push(await serve(task));
    port.postMessage(results);
  };
  port.on('message', (tasks) => void serveAll(tasks));
  port.postMessage('ready');
}
