import { trainPrototypes } from '../../../src/understanding/classifier/prototype-classifier';
import {
  MOST_TRAINED_INTENTS,
  trainClassifier,
} from '../../../src/understanding/classifier/train-classifier';
import { smallTrainingSet } from './training-set';

describe('prototype classifier', () => {
  const classifier = trainPrototypes(smallTrainingSet());

  it.each([
    ['en', 'split the token', 'tokens.split'],
    ['sv', 'extra produktnyckel', 'keys.more'],
    ['en', 'completely unrelated words', 'none'],
  ])('classifies in %s: %s', (language, text, intent) => {
    expect(classifier.classify(text, language)[0]?.intent).toBe(intent);
  });

  it('gives scores that sum to 1', () => {
    const scores = classifier.classify('split', 'en').map(({ score }) => score);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 5);
  });

  it('takes over where there are more entries than can be trained', () => {
    const topics = Array.from({ length: MOST_TRAINED_INTENTS + 1 }, (_, i) => `topic${i}`);
    const utterances = Object.fromEntries(
      topics.map((topic) => [`faq.${topic}`, [`what is ${topic}`, `tell me about ${topic}`]]),
    );
    const large = trainClassifier({ utterances: { en: utterances }, heldOut: {}, lexicons: {} });
    expect(large.classify('about topic42 please', 'en')[0]?.intent).toBe('faq.topic42');
  });
});
