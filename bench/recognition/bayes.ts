import { createRequire } from 'node:module';
import type { BayesClassifier as Bayes } from 'natural/lib/natural/classifiers';
import { PorterStemmer, PorterStemmerSv } from 'natural/lib/natural/stemmers';
import { NONE } from '../../src/core/recognition';
import { linesOf, type Candidate } from './candidate';

/** The program does without `apparatus`, which Bayes is made of: here the real one stands in for its stub. */
function loadBayes(): typeof Bayes {
  const load = createRequire(__filename);
  load('apparatus');
  const stub = load.cache[load.resolve('apparatus')];
  if (stub !== undefined) stub.exports = load('apparatus-real') as unknown;
  const classifiers = load('natural/lib/natural/classifiers') as { BayesClassifier: typeof Bayes };
  return classifiers.BayesClassifier;
}

export const bayes: Candidate = {
  name: 'natural 8.1 Bayes',
  train: (set) => {
    const BayesClassifier = loadBayes();
    const byLanguage = new Map(
      Object.keys(set.utterances).map((language) => {
        const classifier = new BayesClassifier(language === 'sv' ? PorterStemmerSv : PorterStemmer);
        for (const { text, intent } of linesOf(set, language)) classifier.addDocument(text, intent);
        classifier.train();
        return [language, classifier];
      }),
    );
    return (text, language) => {
      const [best, second] = byLanguage.get(language)?.getClassifications(text) ?? [];
      // Its values are no probabilities: the lead over the second is the better measure.
      const lead = (best?.value ?? 0) / ((second?.value ?? 0) || Number.MIN_VALUE);
      return { intent: best?.label ?? NONE, score: Math.log(lead || 1) };
    };
  },
};
