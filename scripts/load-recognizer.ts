import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config';
import type { Content } from '../src/content/content';
import { loadContent } from '../src/content/load-content';
import { decodeModel, encodeModel } from '../src/understanding/classifier/model-file';
import { trainModel, versionOf } from '../src/understanding/classifier/train-classifier';
import { TrainedClassifier } from '../src/understanding/classifier/trained-classifier';
import type { TrainingSet } from '../src/understanding/classifier/training-set';
import { recognizerFromContent } from '../src/understanding/recognizers/recognizer-from-content';
import type { Recognizer } from '../src/understanding/recognizers/recognizer';

const root = join(__dirname, '../..');

const heldOutLine = z.object({ text: z.string(), intents: z.array(z.string()) });

/** The local recognizer over the project's own content; trains the model when there is no fitting one. */
export function loadRecognizer(): Recognizer {
  const content = loadContent(root);
  const set = trainingSet(content);
  const file = join(root, 'data', 'model.bin');
  const stored = existsSync(file) ? decodeModel(readFileSync(file)) : undefined;
  const model = stored?.version === versionOf(set) ? stored : trainModel(set);
  if (model !== stored) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, encodeModel(model));
  }
  return recognizerFromContent({
    root,
    content,
    classifier: new TrainedClassifier(model),
    defaultLanguage: loadConfig().DEFAULT_LANGUAGE,
  });
}

function trainingSet(content: Content): TrainingSet {
  const heldOut = (language: string) =>
    readFileSync(join(root, 'locales', language, 'held-out.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => heldOutLine.parse(JSON.parse(line)));
  return {
    utterances: Object.fromEntries(
      [...content.in].map(([language, { utterances }]) => [language, utterances]),
    ),
    heldOut: Object.fromEntries(content.languages.map((language) => [language, heldOut(language)])),
    lexicons: {},
  };
}
