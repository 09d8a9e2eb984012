import type { LanguageClues, LanguageDetection } from './detect-language';

/** Port: in which language shall a message be answered? */
export interface LanguageDetector {
  /**
   * Detects the language to answer a text in, by the clues that are known of it. Never rejects, and takes half a second
   * at most: clues that decide by themselves are never overruled.
   */
  detect(text: string, clues: LanguageClues): Promise<LanguageDetection>;
}
