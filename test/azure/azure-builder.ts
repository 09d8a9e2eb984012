import { Registry } from 'prom-client';
import { AzureLanguage, type AzureLanguageOptions } from '../../src/azure/azure-language';
import { createAzureMeter } from '../../src/azure/azure-meter';
import type { FakeAzureLanguage } from './fake-azure-language';

/** The service as the bot has it, with a clock that stands still until it is moved, and what it noted. */
export interface BuiltAzure {
  readonly azure: AzureLanguage;
  readonly clock: { at: number };
  readonly registry: Registry;
  readonly logged: readonly object[];
}

export function buildAzure(
  { endpoint, key }: Pick<FakeAzureLanguage, 'endpoint' | 'key'>,
  options: Partial<AzureLanguageOptions> = {},
): BuiltAzure {
  const clock = { at: Date.parse('2026-01-01T00:00:00Z') };
  const registry = new Registry();
  const logged: object[] = [];
  const note = (facts: object, event: string) => void logged.push({ ...facts, event });
  const azure = new AzureLanguage({
    ...{ endpoint, key, recordsPerMinute: 1000 },
    redact: (text) => Promise.resolve(text),
    meter: createAzureMeter(registry),
    now: () => new Date(clock.at),
    log: { info: note, warn: note, error: note },
    ...options,
  });
  return { azure, clock, registry, logged };
}
