import { z } from 'zod';
import type { AzureLanguage } from '../../azure/azure-language';
import { matchLanguage, type Language } from '../../core/language';
import { detectLanguage, isUnsure, type Identified } from './detect-language';
import type { LanguageDetector } from './language-detector';

export interface AzureLanguageDetectorOptions {
  readonly azure: AzureLanguage;
  /** Supported languages, each with the tags of those that are answered in it. */
  readonly languages: ReadonlyMap<Language, { readonly neighbours: readonly string[] }>;
}

/** Milliseconds that a person waits for it. */
const DEADLINE_MS = 400;
/** Characters that tell a language as well as the whole text. */
const ENOUGH = 500;
/** The name of no country: any other would tip the scales. */
const NO_COUNTRY = '';

const results = z
  .array(
    z.object({
      primaryLanguage: z.object({ iso6391Name: z.string(), confidenceScore: z.number() }),
    }),
  )
  .length(1);

/** Asks Azure AI Language where the clues leave it open; without an answer in time the clues decide. */
export function createAzureLanguageDetector({
  azure,
  languages,
}: AzureLanguageDetectorOptions): LanguageDetector {
  const identify = async (text: string): Promise<Identified> => {
    const found = await azure.call(
      { use: 'language', texts: [text], longest: ENOUGH, deadline: DEADLINE_MS },
      async (client, [safe = ''], abortSignal) =>
        results.parse(
          await client.analyze('LanguageDetection', [safe], NO_COUNTRY, {
            ...{ disableServiceLogs: true, abortSignal },
          }),
        ),
    );
    const { iso6391Name: tag = '', confidenceScore: score = 0 } = found[0]?.primaryLanguage ?? {};
    return { language: supportedFor(tag, languages), score };
  };

  return {
    async detect(text, clues) {
      const detection = detectLanguage(clues);
      if (!isUnsure(clues, detection)) return detection;
      const identified = await identify(text).catch(() => undefined);
      return detectLanguage({ ...clues, identified });
    },
  };
}

function supportedFor(
  tag: string,
  languages: AzureLanguageDetectorOptions['languages'],
): Language | undefined {
  const neighbour = [...languages].find(([, { neighbours }]) => neighbours.includes(tag));
  return matchLanguage(tag, [...languages.keys()]) ?? neighbour?.[0];
}
