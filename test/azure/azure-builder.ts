import { Registry } from 'prom-client';
import {
  AzureLanguage,
  type AzureCall,
  type AzureLanguageOptions,
  type AzureWork,
} from '../../src/azure/azure-language';
import { createAzureMeter } from '../../src/azure/azure-meter';
import type { FakeAzureLanguage } from './fake-azure-language';

/** What is waited for an answer that comes, however busy the machine, and for one that never does. */
const PATIENCE_MS = { answered: 20_000, hanging: 100 };

type Service = Pick<FakeAzureLanguage, 'endpoint' | 'key'> &
  Partial<Pick<FakeAzureLanguage, 'behaviour'>>;

/** Notes the deadlines of all calls, and keeps them only where no answer comes: no test depends on how fast one is. */
class PatientAzureLanguage extends AzureLanguage {
  readonly deadlines: number[] = [];

  constructor(
    options: AzureLanguageOptions,
    private readonly service: Service,
  ) {
    super(options);
  }

  override call<T>(call: AzureCall, work: AzureWork<T>): Promise<T> {
    this.deadlines.push(call.deadline);
    return super.call({ ...call, deadline: this.#patience(call.deadline) }, work);
  }

  #patience(deadline: number): number {
    const type = this.service.behaviour?.type;
    if (type === 'endless-job') return deadline;
    return type === 'hangs' ? Math.min(deadline, PATIENCE_MS.hanging) : PATIENCE_MS.answered;
  }
}

/** The service as the bot has it, with a clock that stands still until it is moved, and what it noted. */
export interface BuiltAzure {
  readonly azure: PatientAzureLanguage;
  readonly clock: { at: number };
  readonly registry: Registry;
  readonly logged: readonly object[];
}

export function buildAzure(
  service: Service,
  options: Partial<AzureLanguageOptions> = {},
): BuiltAzure {
  const clock = { at: Date.parse('2026-01-01T00:00:00Z') };
  const registry = new Registry();
  const logged: object[] = [];
  const note = (facts: object, event: string) => void logged.push({ ...facts, event });
  const { endpoint, key } = service;
  const settings: AzureLanguageOptions = {
    ...{ endpoint, key, recordsPerMinute: 1000 },
    redact: (text) => Promise.resolve(text),
    meter: createAzureMeter(registry),
    now: () => new Date(clock.at),
    log: { info: note, warn: note, error: note },
    ...options,
  };
  const azure = new PatientAzureLanguage(settings, service);
  return { azure, clock, registry, logged };
}
