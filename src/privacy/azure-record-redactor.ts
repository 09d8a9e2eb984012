import { z } from 'zod';
import type { AzureLanguage } from '../azure/azure-language';
import { AzureLanguageError } from '../azure/azure-language-error';
import { inBatches } from '../azure/in-batches';
import { packDocuments, type PackedDocuments } from '../azure/pack-documents';
import type { Language } from '../core/language';
import { hideSpans, type Span } from './hide-spans';
import { createLocalRecordRedactor } from './local-record-redactor';
import type { RecordRedactor } from './record-redactor';
import type { Redactor } from './redactor';

/** Milliseconds that a person who sends a ticket waits for it. */
const DEADLINE_MS = 1500;
/** What the service takes: documents a call, and characters a document. */
const LIMITS = { documents: 5, characters: 5120 };
/** Least score of a find that is hidden. */
const LEAST_SCORE = 0.5;
/** Nothing is kept by the service, and offsets are as here. */
const OPTIONS = { disableServiceLogs: true, stringIndexType: 'Utf16CodeUnit' } as const;
/** Found, and needed to understand a question: a date says when a window closes. */
const SHOWN = new Set(['DateTime', 'Organization', 'PersonType', 'Quantity', 'Age', 'URL']);
/** What stands instead; whatever else is found is `private`. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ Person: 'name', Address: 'address', PhoneNumber: 'phone', Email: 'e-mail' },
  ...{ IPAddress: 'ip-address', CreditCardNumber: 'card' },
};

const offset = z.number().int().min(0);
const entitySchema = z.object({
  ...{ category: z.string(), offset, length: offset.min(1), confidenceScore: z.number() },
});
const resultsSchema = z.array(z.object({ entities: z.array(entitySchema) }));

/** Azure AI Language as a second pass over what the local patterns have left; without its answer, in time, theirs stands. */
export function createAzureRecordRedactor(
  azure: AzureLanguage,
  redactor: Redactor,
): RecordRedactor {
  const local = createLocalRecordRedactor(redactor);
  return {
    async redactAll(texts, language) {
      const first = await local.redactAll(texts, language);
      const packed = packDocuments(first.texts, LIMITS.characters);
      try {
        const spans = packed.documents.length === 0 ? [] : await find(azure, packed, language);
        const hidden = first.texts.map((text, index) =>
          hideSpans(text, spansOf(index, packed, spans)),
        );
        return { texts: hidden, redactedBy: 'local+azure' };
      } catch {
        return first;
      }
    },
  };
}

/** The private details of each document. */
async function find(
  azure: AzureLanguage,
  { documents }: PackedDocuments,
  language: Language,
): Promise<readonly (readonly Span[])[]> {
  const call = { use: 'redaction', texts: documents, deadline: DEADLINE_MS } as const;
  return azure.call(call, async (client, safe, abortSignal) => {
    // Offsets are those of what was sent.
    if (safe.some((text, index) => text !== documents[index]))
      throw new AzureLanguageError('unreadable');
    const batches = await Promise.all(
      inBatches(safe, LIMITS.documents).map((batch) =>
        client.analyze('PiiEntityRecognition', [...batch], language, { ...OPTIONS, abortSignal }),
      ),
    );
    const results = resultsSchema.length(documents.length).parse(batches.flat());
    return results.map(({ entities }) =>
      entities
        .filter((entity) => entity.confidenceScore >= LEAST_SCORE && !SHOWN.has(entity.category))
        .map(({ category, offset: start, length }) => ({
          ...{ start, end: start + length, kind: KINDS[category] ?? 'private' },
        })),
    );
  });
}

/** The spans of a text, of those in its documents. */
function spansOf(
  text: number,
  { pieces }: PackedDocuments,
  found: readonly (readonly Span[])[],
): readonly Span[] {
  return pieces
    .filter((piece) => piece.text === text)
    .flatMap(({ document, inText, inDocument, length }) =>
      (found[document] ?? []).map(({ start, end, kind }) => ({
        start: inText + Math.max(start - inDocument, 0),
        end: inText + Math.min(end - inDocument, length),
        kind,
      })),
    )
    .filter(({ start, end }) => start < end);
}
