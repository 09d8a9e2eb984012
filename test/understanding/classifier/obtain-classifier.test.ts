import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obtainClassifier } from '../../../src/understanding/classifier/obtain-classifier';
import type { TrainingSet } from '../../../src/understanding/classifier/training-set';
import { smallTrainingSet } from './training-set';

const folder = mkdtempSync(join(tmpdir(), 'model-'));
const file = join(folder, 'model', 'model.bin');
const LONG_AGO = new Date('2020-01-01');
const set = smallTrainingSet();

/** Whether the classifier of a set is trained and stored, rather than loaded. */
function isTrained(wanted: TrainingSet): boolean {
  utimesSync(file, LONG_AGO, LONG_AGO);
  obtainClassifier(wanted, file);
  return statSync(file).mtime > LONG_AGO;
}

describe('obtainClassifier', () => {
  beforeEach(() => obtainClassifier(set, file));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loads what it has stored, with the same scores', () => {
    const trained = obtainClassifier(set, join(folder, 'other.bin'));
    expect(isTrained(set)).toBe(false);
    const text = 'could we split our tokne';
    expect(obtainClassifier(set, file).classify(text, 'en')).toEqual(trained.classify(text, 'en'));
  });

  it.each<[string, TrainingSet]>([
    ['an utterance', { ...set, utterances: { ...set.utterances, en: { none: ['one more'] } } }],
    ['a held-out line', { ...set, heldOut: { en: [{ text: 'keys', intents: ['keys.more'] }] } }],
    [
      'a lexicon',
      { ...set, lexicons: { en: { concepts: {}, spellings: {}, compoundParts: ['ab'] } } },
    ],
  ])('notices that %s has changed, and trains anew', (_, changed) => {
    expect(isTrained(changed)).toBe(true);
    expect(isTrained(changed)).toBe(false);
  });

  it.each([
    ['broken', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['of another layout', () => Buffer.from('{}')],
  ])('trains anew when the file is %s', (_, damage) => {
    writeFileSync(file, damage(readFileSync(file)));
    expect(isTrained(set)).toBe(true);
  });
});
