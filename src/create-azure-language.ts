import type { Registry } from 'prom-client';
import { AzureLanguage } from './azure/azure-language';
import { createAzureMeter } from './azure/azure-meter';
import type { Config } from './config';
import type { Content } from './content/content';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import { NONE } from './core/recognition';
import { createAzureRecordRedactor } from './privacy/azure-record-redactor';
import { createLocalRecordRedactor } from './privacy/local-record-redactor';
import { localRedactor } from './privacy/local-redactor';
import type { RecordRedactor } from './privacy/record-redactor';
import type { Database } from './storage/database';
import { SecondOpinionStore } from './support/unanswered/second-opinion-store';
import { SecondOpinions } from './support/unanswered/second-opinions';
import { createAzureKeyPhraseExtractor } from './understanding/key-phrases/azure-key-phrase-extractor';
import type { KeyPhraseExtractor } from './understanding/key-phrases/key-phrase-extractor';
import { createAzureIntentSuggester } from './understanding/recognizers/azure-intent-suggester';
import type { IntentSuggester } from './understanding/recognizers/intent-suggester';

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

/** The model of custom classification by the settings; undefined without any. */
export function createIntentSuggester(
  config: Config,
  azure: AzureLanguage | undefined,
  content: Content,
): IntentSuggester | undefined {
  const { AZURE_LANGUAGE_PROJECT: project, AZURE_LANGUAGE_DEPLOYMENT: deployment } = config;
  if (azure === undefined || project === undefined || deployment === undefined) return undefined;
  const isKnown = (intent: string): boolean => intent === NONE || content.entries.has(intent);
  return createAzureIntentSuggester({ azure, project, deployment, isKnown });
}

/** What is found out about unanswered questions in the background; undefined where nobody is asked. */
export function createSecondOpinions(
  config: Config,
  azure: AzureLanguage | undefined,
  house: {
    readonly content: Content;
    readonly database: Database;
    readonly now: Clock;
    readonly log: Log;
  },
): SecondOpinions | undefined {
  if (azure === undefined) return undefined;
  return new SecondOpinions({
    store: new SecondOpinionStore(house.database, house.now),
    redactor: createRecordRedactor(azure),
    keyPhrases: createAzureKeyPhraseExtractor(azure),
    suggester: createIntentSuggester(config, azure, house.content),
    log: house.log,
  });
}

/** What finds phrases; undefined where nobody is asked. */
export function createKeyPhrases(azure: AzureLanguage | undefined): KeyPhraseExtractor | undefined {
  return azure && createAzureKeyPhraseExtractor(azure);
}

/** What goes over the records of the desk: the service, where there is one, after the local patterns. */
export function createRecordRedactor(azure: AzureLanguage | undefined): RecordRedactor {
  return azure === undefined
    ? createLocalRecordRedactor(localRedactor)
    : createAzureRecordRedactor(azure, localRedactor);
}
