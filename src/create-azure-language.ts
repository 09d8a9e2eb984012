import type { Registry } from 'prom-client';
import { AzureLanguage } from './azure/azure-language';
import { createAzureMeter } from './azure/azure-meter';
import type { Config } from './config';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import { createAzureRecordRedactor } from './privacy/azure-record-redactor';
import { createLocalRecordRedactor } from './privacy/local-record-redactor';
import { localRedactor } from './privacy/local-redactor';
import type { RecordRedactor } from './privacy/record-redactor';

/** Azure AI Language by the settings; undefined without any. Nothing is sent yet. */
export function createAzureLanguage(
  config: Config,
  world: { readonly metrics: Registry; readonly now: Clock; readonly log: Log },
): AzureLanguage | undefined {
  const { AZURE_LANGUAGE_ENDPOINT: endpoint } = config;
  if (endpoint === undefined) return undefined;
  return new AzureLanguage({
    endpoint,
    key: config.AZURE_LANGUAGE_KEY,
    identity: config.AZURE_LANGUAGE_IDENTITY,
    recordsPerMinute: config.AZURE_LANGUAGE_RECORDS_PER_MINUTE,
    redact: (text) => localRedactor.redact(text),
    meter: createAzureMeter(world.metrics),
    ...{ now: world.now, log: world.log },
  });
}

/** What goes over the records of the desk: the service, where there is one, after the local patterns. */
export function createRecordRedactor(azure: AzureLanguage | undefined): RecordRedactor {
  return azure === undefined
    ? createLocalRecordRedactor(localRedactor)
    : createAzureRecordRedactor(azure, localRedactor);
}
