import type { TextAnalysisClient } from '@azure/ai-language-text';
import { handleWhen, timeout, TimeoutStrategy } from 'cockatiel';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { beginningOf } from '../core/beginning-of';
import type { Clock } from '../core/clock';
import type { Log } from '../core/log';
import { createCircuitBreaker } from '../outbound/circuit-breaker';
import { AzureLanguageError, type AzureFailure } from './azure-language-error';
import { isServiceFault, reasonOf } from './reason-of';
import { createAzureLanguageClient, type AzureLanguageSettings } from './azure-language-client';
import type { AzureMeter } from './azure-meter';
import { countRecords } from './count-records';

/** What the service is used for. */
export type AzureUse = 'language' | 'redaction' | 'classification' | 'key-phrases';

export interface AzureLanguageOptions extends AzureLanguageSettings {
  /** Text records that may be sent in a minute, whatever for. */
  readonly recordsPerMinute: number;
  /** Hides private details of a text before it leaves the machine. */
  readonly redact: (text: string) => Promise<string>;
  readonly meter: AzureMeter;
  readonly now: Clock;
  readonly log: Log;
}

/** One call of the service. */
export interface AzureCall {
  readonly use: AzureUse;
  readonly texts: readonly string[];
  /** Characters of each text that are sent at most; by default all. */
  readonly longest?: number;
  /** Milliseconds until it is given up. */
  readonly deadline: number;
}

/** Makes the request itself; `texts` are those of the call, redacted. */
export type AzureWork<T> = (
  client: TextAnalysisClient,
  texts: readonly string[],
  signal: AbortSignal,
) => Promise<T>;

/** Seconds for which a service that is too busy is left alone when it doesn't say, and at most. */
const PAUSE_SECONDS = { unsaid: 10, most: 120 } as const;

/**
 * Azure AI Language, shared by all uses: within a budget a minute, left alone while it is down or too busy, never longer
 * than a call's deadline. Only texts whose private details are hidden leave the machine, and none goes to a log.
 */
export class AzureLanguage {
  readonly #options: AzureLanguageOptions;
  readonly #client: TextAnalysisClient;
  readonly #budget: RateLimiterMemory;
  readonly #breaker = createCircuitBreaker(handleWhen(isServiceFault));
  #pausedUntil = 0;

  constructor(options: AzureLanguageOptions) {
    this.#options = options;
    this.#client = createAzureLanguageClient(options, (seconds) => this.#pause(seconds));
    this.#budget = new RateLimiterMemory({ points: options.recordsPerMinute, duration: 60 });
  }

  /** Gives what the work gives; rejects with {@link AzureLanguageError}, at the latest at the deadline. */
  async call<T>(call: AzureCall, work: AzureWork<T>): Promise<T> {
    const { meter, now } = this.#options;
    const started = now().getTime();
    try {
      const result = await this.#attempt(call, work);
      meter.called({ use: call.use, result: 'done', seconds: (now().getTime() - started) / 1000 });
      return result;
    } catch (error) {
      const reason = reasonOf(error);
      meter.called({ use: call.use, result: reason, seconds: (now().getTime() - started) / 1000 });
      this.#note(call.use, reason);
      throw new AzureLanguageError(reason, { cause: error });
    }
  }

  async #attempt<T>(
    { use, texts, longest = Infinity, deadline }: AzureCall,
    work: AzureWork<T>,
  ): Promise<T> {
    const { redact, now } = this.#options;
    if (now().getTime() < this.#pausedUntil) throw new AzureLanguageError('paused');
    // Redacted before they are cut: half a number isn't seen to be one.
    const redacted = await Promise.all(texts.map(redact));
    const safe = redacted.map((text) => beginningOf(text, longest));
    return timeout(deadline, TimeoutStrategy.Aggressive).execute(({ signal }) =>
      this.#breaker.execute(async () => {
        signal.throwIfAborted();
        await this.#spend(use, countRecords(safe));
        return work(this.#client, safe, signal);
      }),
    );
  }

  async #spend(use: AzureUse, records: number): Promise<void> {
    try {
      await this.#budget.consume('all', records);
    } catch (error) {
      throw new AzureLanguageError('budget', { cause: error });
    }
    this.#options.meter.sent(use, records);
  }

  #pause(asked: number = PAUSE_SECONDS.unsaid): void {
    const pause = Math.min(asked, PAUSE_SECONDS.most);
    this.#pausedUntil = this.#options.now().getTime() + pause * 1000;
  }

  /** What follows from an earlier failure is counted, not logged again and again. */
  #note(use: AzureUse, reason: AzureFailure): void {
    if (reason === 'paused' || reason === 'circuit-open') return;
    this.#options.log.warn({ use, reason }, 'azure language failed');
  }
}
