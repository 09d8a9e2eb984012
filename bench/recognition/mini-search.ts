import MiniSearch from 'minisearch';
import { NONE } from '../../src/core/recognition';
import { linesOf, type Candidate } from './candidate';

export const miniSearch: Candidate = {
  name: 'MiniSearch 7 (BM25, fuzzy 0.2)',
  train: (set) => {
    const byLanguage = new Map(
      Object.keys(set.utterances).map((language) => {
        const index = new MiniSearch<{ id: number; text: string; intent: string }>({
          fields: ['text'],
          storeFields: ['intent'],
          searchOptions: { fuzzy: 0.2, prefix: false },
        });
        index.addAll(linesOf(set, language).map((line, id) => ({ id, ...line })));
        return [language, index];
      }),
    );
    return (text, language) => {
      const [best] = byLanguage.get(language)?.search(text) ?? [];
      return {
        intent: best === undefined ? NONE : String(best['intent']),
        score: best?.score ?? 0,
      };
    };
  },
};
