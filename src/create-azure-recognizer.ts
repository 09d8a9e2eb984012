import { Registry } from 'prom-client';
import type { Config } from './config';
import type { Content } from './content/content';
import { ConfigError } from './core/errors';
import type { Thresholds } from './core/decision';
import type { Language } from './core/language';
import { createAzureLanguage, createIntentSuggester } from './create-azure-language';
import { CAUTIOUS, fitThresholds } from './understanding/classifier/fit-thresholds';
import type { HeldOutUtterance, TrainingSet } from './understanding/classifier/training-set';
import { AzureRecognizer } from './understanding/recognizers/azure-recognizer';
import type { IntentSuggester } from './understanding/recognizers/intent-suggester';
import type { Recognizer } from './understanding/recognizers/recognizer';

/** What the classification is measured with. */
export interface AzureRecognizerHouse {
  readonly local: Recognizer;
  readonly set: TrainingSet;
  readonly content: Content;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The custom classification of the settings as a recognizer, to be measured: its thresholds are fitted on the held-out
 * utterances like those of the local one, so it classifies them first. Whoever asks for it pays for it: no budget.
 * Rejects with a `ConfigError` where settings lack, and with an `AzureLanguageError` where it gives no answer.
 */
export async function createAzureRecognizer(
  config: Config,
  { local, set, content }: AzureRecognizerHouse,
): Promise<Recognizer> {
  const azure = createAzureLanguage(
    { ...config, AZURE_LANGUAGE_RECORDS_PER_MINUTE: Number.MAX_SAFE_INTEGER },
    { metrics: new Registry(), now: () => new Date(), log: silent },
  );
  const suggester = createIntentSuggester(config, azure, content);
  if (suggester === undefined)
    throw new ConfigError(
      'AZURE_LANGUAGE_ENDPOINT, _PROJECT and _DEPLOYMENT are needed (see docs/azure-language.md).',
    );
  const thresholds = new Map<Language, Thresholds>();
  for (const [language, lines] of Object.entries(set.heldOut))
    thresholds.set(language, await fit(suggester, language, lines));
  return new AzureRecognizer({
    ...{ local, suggester },
    thresholds: (language) => thresholds.get(language) ?? CAUTIOUS,
  });
}

async function fit(
  suggester: IntentSuggester,
  language: Language,
  lines: readonly HeldOutUtterance[],
): Promise<Thresholds> {
  const suggestions = await suggester.suggest(lines.map(({ text }) => ({ text, language })));
  return fitThresholds(
    lines.map(({ intents }, index) => {
      const best = suggestions[index];
      return { scored: best === undefined ? [] : [best], accepted: intents };
    }),
  );
}
