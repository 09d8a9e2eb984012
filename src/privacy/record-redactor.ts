import type { Language } from '../core/language';
import type { RedactedBy } from '../core/redacted-by';

/** The texts of a record with their private details replaced by their kind in brackets. */
export interface RedactedRecord {
  /** In the order given. */
  readonly texts: readonly string[];
  readonly redactedBy: RedactedBy;
}

/** Port: what is hidden in the records that people of the support desk read? */
export interface RecordRedactor {
  /**
   * Hides at least what a {@link Redactor} hides. Never rejects, and takes two seconds at most.
   *
   * @param language In which the texts are written.
   */
  redactAll(texts: readonly string[], language: Language): Promise<RedactedRecord>;
}
