import { Counter, Histogram, type Registry } from 'prom-client';
import type { AzureUse } from './azure-language';
import type { AzureFailure } from './azure-language-error';

/** Told of each call, for `/metrics`. */
export interface AzureMeter {
  called(call: {
    readonly use: AzureUse;
    readonly result: 'done' | AzureFailure;
    readonly seconds: number;
  }): void;
  /** Text records that were sent, and that the budget holds no more. */
  sent(use: AzureUse, records: number): void;
}

/** Adds the figures of Azure AI Language to a registry. Labels are uses and results, never texts. */
export function createAzureMeter(registry: Registry): AzureMeter {
  const registers = [registry];
  const calls = new Counter({
    ...{ name: 'bot_azure_language_calls_total', help: 'Calls of Azure AI Language, by result.' },
    ...{ labelNames: ['use', 'result'], registers },
  });
  const records = new Counter({
    ...{ name: 'bot_azure_language_records_total', help: 'Text records sent, which are paid for.' },
    ...{ labelNames: ['use'], registers },
  });
  const seconds = new Histogram({
    ...{ name: 'bot_azure_language_duration_seconds', help: 'Time of a call, by use.' },
    ...{ labelNames: ['use'], buckets: [0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 5, 30, 120], registers },
  });
  return {
    called(call) {
      calls.inc({ use: call.use, result: call.result });
      seconds.observe({ use: call.use }, call.seconds);
    },
    sent: (use, count) => records.inc({ use }, count),
  };
}
