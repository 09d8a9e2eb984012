import type { Content } from '../content/content';
import { fold } from '../content/fold';
import type { EntryId } from '../core/entry';
import type { Language } from '../core/language';

/** What a title names: an entry, or a topic of the menu. */
export type Titled = { readonly entry: EntryId } | { readonly topic: string };

/**
 * Finds what a whole message names word for word: the title of an entry or topic.
 * It makes clicking a button the same as typing its text, also long after the question was asked.
 */
export class TitleIndex {
  readonly #titles = new Map<Language, Map<string, Titled>>();

  constructor(content: Content) {
    for (const [language, { titles, words }] of content.in) {
      const index = new Map<string, Titled>();
      for (const { topic } of content.topics) {
        const name = words['topics']?.[topic];
        if (typeof name === 'string') index.set(fold(name), { topic });
      }
      for (const [entry, { question, short }] of titles) {
        index.set(fold(question), { entry });
        index.set(fold(short), { entry });
      }
      this.#titles.set(language, index);
    }
  }

  /** Looks in the turn's language first: some words are titles in both. */
  find(text: string, language: Language): Titled | undefined {
    const key = fold(text);
    const indexes = [this.#titles.get(language), ...this.#titles.values()];
    return indexes.map((index) => index?.get(key)).find((titled) => titled !== undefined);
  }
}
