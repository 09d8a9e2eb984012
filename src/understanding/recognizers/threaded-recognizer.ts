import type { Worker } from 'node:worker_threads';
import { Gatherer } from '../../core/gatherer';
import type { Log } from '../../core/log';
import type { Recognition } from '../../core/recognition';
import type { Recognizer, UtteranceContext } from './recognizer';
import type { RecognizerNews, RecognizerResult, RecognizerTask } from './recognizer-thread';

/** A message at which so many threads have ended isn't tried in another. */
const MOST_TRIES = 2;
/** To wake a thread takes a tenth of a turn: under load several messages go to it, and come back, at once. */
const SENDING = { pace: 2, longest: 6, most: 16, isCommon: () => true };

export interface ThreadOptions {
  /** Starts a thread that serves a recognizer. */
  readonly start: () => Worker;
  /** Makes a recognizer in this thread, for want of another. */
  readonly inProcess: () => Recognizer;
  readonly log: Log;
}

interface Waiting {
  readonly task: RecognizerTask;
  tries: number;
  readonly resolve: (recognition: Recognition | Promise<Recognition>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Recognizes in a thread of its own, so that others are served meanwhile. When the thread ends, another one takes over
 * what it has left; when none can be started, this thread does it all.
 */
export class ThreadedRecognizer implements Recognizer {
  readonly #options: ThreadOptions;
  /** In the order in which they came. */
  readonly #waiting = new Map<number, Waiting>();
  readonly #sender = new Gatherer<RecognizerTask>((tasks) => this.#send(tasks), SENDING);
  #last = 0;
  /** Once it is ready. */
  #worker: Worker | undefined;
  #own: Recognizer | undefined;

  private constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** Resolves when it can recognize; rejects when this thread has to and can't. */
  static async start(options: ThreadOptions): Promise<ThreadedRecognizer> {
    const recognizer = new ThreadedRecognizer(options);
    await recognizer.#begin();
    return recognizer;
  }

  recognize(text: string, context: UtteranceContext): Promise<Recognition> {
    if (this.#own !== undefined) return this.#own.recognize(text, context);
    return new Promise((resolve, reject) => {
      const task = { id: (this.#last += 1), text, context };
      this.#waiting.set(task.id, { task, tries: 0, resolve, reject });
      this.#sender.add(task).catch(reject);
    });
  }

  /** While no thread is ready they wait for one. */
  #send(tasks: readonly RecognizerTask[]): Promise<void> {
    this.#worker?.postMessage(tasks);
    return Promise.resolve();
  }

  /** Resolves when a thread is ready, or this one has taken its place. */
  #begin(): Promise<void> {
    const { start, log } = this.#options;
    const worker = start();
    worker.unref();
    worker.on('error', (err) => log.error({ err }, 'recognizer thread failed'));
    return new Promise((resolve, reject) => {
      worker.on('message', (news: RecognizerNews) => {
        if (news === 'ready') {
          this.#worker = worker;
          for (const { task } of this.#waiting.values()) worker.postMessage([task]);
          resolve();
        } else for (const result of news) this.#settle(result);
      });
      worker.once('exit', () => void this.#replace(worker).then(resolve, reject));
    });
  }

  #settle(result: RecognizerResult): void {
    const waiting = this.#waiting.get(result.id);
    this.#waiting.delete(result.id);
    if ('recognition' in result) waiting?.resolve(result.recognition);
    else waiting?.reject(new Error(result.failure));
  }

  /** One that ended before it was ready would only do so again. */
  async #replace(ended: Worker): Promise<void> {
    if (this.#worker !== ended) {
      const own = (this.#own = this.#options.inProcess());
      for (const { task, resolve } of this.#waiting.values())
        resolve(own.recognize(task.text, task.context));
      this.#waiting.clear();
      return;
    }
    this.#worker = undefined;
    const [first] = this.#waiting.values();
    if (first !== undefined && (first.tries += 1) === MOST_TRIES)
      this.#settle({ id: first.task.id, failure: 'The recognizer ended at this message.' });
    await this.#begin();
  }
}
