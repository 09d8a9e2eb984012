import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadContent } from '../../../src/content/load-content';
import { modelFile } from '../../../src/model-file-path';
import type { IntentClassifier } from '../../../src/understanding/classifier/intent-classifier';
import { obtainClassifier } from '../../../src/understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from '../../../src/understanding/classifier/training-set-from-content';
import { root } from '../words';

/** Intent, frame and what may stand in it: all forms, compounds and spellings of a word ask the same thing. */
const tables = z
  .record(z.string(), z.array(z.tuple([z.string(), z.string(), z.string()])))
  .parse(JSON.parse(readFileSync(join(root, 'test/fixtures/word-forms.json'), 'utf8')));

describe('forms and spellings of a word', () => {
  let classifier: IntentClassifier;

  beforeAll(() => {
    classifier = obtainClassifier(trainingSetFromContent(root, loadContent(root)), modelFile(root));
  }, 90_000);

  const cases = Object.entries(tables).flatMap(([language, rows]) =>
    rows.flatMap(([intent, frame, forms]) =>
      forms.split(', ').map((form) => [frame.replace('%', form), language, intent] as const),
    ),
  );

  it.each(cases)('%s', (text, language, intent) => {
    expect(classifier.classify(text, language)[0]?.intent).toBe(intent);
  });
});
