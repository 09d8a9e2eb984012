import Fuse from 'fuse.js';
import { NONE } from '../../src/core/recognition';
import { linesOf, type Candidate } from './candidate';

export const fuse: Candidate = {
  name: 'Fuse.js 7',
  isSlow: true,
  train: (set) => {
    const byLanguage = new Map(
      Object.keys(set.utterances).map((language) => [
        language,
        new Fuse([...linesOf(set, language)], {
          keys: ['text'],
          includeScore: true,
          ignoreLocation: true,
        }),
      ]),
    );
    return (text, language) => {
      const [best] = byLanguage.get(language)?.search(text.slice(0, 200), { limit: 1 }) ?? [];
      return { intent: best?.item.intent ?? NONE, score: 1 - (best?.score ?? 1) };
    };
  },
};
