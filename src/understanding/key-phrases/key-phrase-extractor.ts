import type { Language } from '../../core/language';

/** Port: what are texts about, in a few words? */
export interface KeyPhraseExtractor {
  /**
   * The phrases of each text, in the order given, the most telling first; none where nothing stands out. Within a
   * second, or it rejects.
   */
  extract(texts: readonly string[], language: Language): Promise<readonly (readonly string[])[]>;
}
