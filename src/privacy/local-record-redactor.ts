import type { RecordRedactor } from './record-redactor';
import type { Redactor } from './redactor';

/** Redacts records as everything else is redacted. */
export function createLocalRecordRedactor(redactor: Redactor): RecordRedactor {
  return {
    redactAll: async (texts) => ({
      texts: await Promise.all(texts.map((text) => redactor.redact(text))),
      redactedBy: 'local',
    }),
  };
}
