import { z } from 'zod';
import type { AzureLanguage } from '../../azure/azure-language';
import { inBatches } from '../../azure/in-batches';
import type { KeyPhraseExtractor } from './key-phrase-extractor';

/** Milliseconds that a person who opens a ticket waits for it. */
const DEADLINE_MS = 800;
/** What the service takes: documents a call. Of a text, a record is enough. */
const DOCUMENTS = 10;
const LONGEST = 1000;
/** What is hidden says nothing of what a text is about. */
const HIDDEN = /[[\]]/;

const resultsSchema = z.array(z.object({ keyPhrases: z.array(z.string()).optional() }));

/** Azure AI Language finds the phrases; a text that it has none for gets none. */
export function createAzureKeyPhraseExtractor(azure: AzureLanguage): KeyPhraseExtractor {
  return {
    async extract(texts, language) {
      if (texts.length === 0) return [];
      const call = { use: 'key-phrases', texts, longest: LONGEST, deadline: DEADLINE_MS } as const;
      const results = await azure.call(call, async (client, safe, abortSignal) => {
        const batches = await Promise.all(
          inBatches(safe, DOCUMENTS).map((batch) =>
            client.analyze('KeyPhraseExtraction', [...batch], language, {
              ...{ disableServiceLogs: true, abortSignal },
            }),
          ),
        );
        return resultsSchema.length(texts.length).parse(batches.flat());
      });
      return results.map(({ keyPhrases = [] }) =>
        keyPhrases.filter((phrase) => !HIDDEN.test(phrase)),
      );
    },
  };
}
