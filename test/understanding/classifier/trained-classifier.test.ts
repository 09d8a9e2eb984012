import { cpuMilliseconds } from '../../hostile/cpu-milliseconds';
import { decodeModel, encodeModel } from '../../../src/understanding/classifier/model-file';
import { trainModel } from '../../../src/understanding/classifier/train-model';
import { TrainedClassifier } from '../../../src/understanding/classifier/trained-classifier';
import { smallTrainingSet } from './training-set';

const set = smallTrainingSet();
const model = trainModel(set);
const classifier = new TrainedClassifier(model);

describe('TrainedClassifier', () => {
  it.each([
    ['en', 'could the token be split?', 'tokens.split'],
    ['en', 'extra keys', 'keys.more'],
    ['en', 'football', 'none'],
    ['sv', 'får vi dela vår token', 'tokens.split'],
    ['sv', 'fler nycklar', 'keys.more'],
    ['sv', 'ge oss fler keys', 'keys.more'],
    ['sv', 'fotboll', 'none'],
  ])('classifies in %s: %s', (language, text, intent) => {
    expect(classifier.classify(text, language)[0]?.intent).toBe(intent);
  });

  it.each(['', '   ', '🎉', '\ud800\udc00\ud800', 'a'.repeat(100_000), 'token '.repeat(20_000)])(
    'gives sorted scores that sum to 1 for any text (%#)',
    (text) => {
      const scores = classifier.classify(text, 'en').map(({ score }) => score);
      expect(scores).toHaveLength(classifier.intents.length);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 5);
      expect([...scores].sort((one, other) => other - one)).toEqual(scores);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    },
  );

  it('gives cautious thresholds and scores for a language it has not learnt', () => {
    expect(classifier.thresholds('fr').answer).toBeGreaterThan(0.5);
    expect(classifier.classify('token', 'fr')).toHaveLength(3);
    expect(classifier.nearest('token', 'fr', 3)).toEqual([]);
  });

  it('names the nearest training utterances, best first', () => {
    const near = classifier.nearest('can I split a token', 'en', 3);
    expect(near[0]).toMatchObject({ text: 'can I split a token', intent: 'tokens.split' });
    expect(near[0]?.similarity).toBeCloseTo(1, 5);
    expect(near).toHaveLength(3);
  });

  it('takes the time that the first 10,000 letters take, however long the text', async () => {
    const text = 'förnya licensen '.repeat(6_250);
    const classify = () => classifier.classify(text, 'sv');
    expect(await cpuMilliseconds(classify, 50)).toBeLessThan(50);
  });
});

describe('trainModel', () => {
  it('is deterministic, byte for byte', () => {
    expect(encodeModel(trainModel(smallTrainingSet())).equals(encodeModel(model))).toBe(true);
  });

  it('changes its version with every part of the set', () => {
    const more = structuredClone(set.utterances);
    const changed = { ...set, utterances: { ...more, en: { ...more['en'], none: ['one'] } } };
    expect(trainModel(changed).version).not.toBe(model.version);
  });
});

describe('model file', () => {
  it('gives back a model that scores the same', () => {
    const decoded = decodeModel(encodeModel(model));
    expect(decoded).toBeDefined();
    const again = new TrainedClassifier(decoded ?? model);
    const text = 'could we split our tokne';
    expect(again.classify(text, 'en')).toEqual(classifier.classify(text, 'en'));
    expect(again.version).toBe(classifier.version);
  });

  it.each([Buffer.alloc(0), Buffer.from('{"version":1}'), Buffer.alloc(64)])(
    'refuses other bytes (%#)',
    (bytes) => {
      expect(decodeModel(bytes)).toBeUndefined();
    },
  );
});
