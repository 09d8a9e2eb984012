import { loadContent } from '../../../src/content/load-content';
import type { TrainingSet } from '../../../src/understanding/classifier/training-set';
import { trainingSetFromContent } from '../../../src/understanding/classifier/training-set-from-content';
import { toAzureProject } from '../../../src/understanding/recognizers/azure-project';
import { root } from '../words';

const options = { name: 'benefits', container: 'texts', language: 'en' };
const set: TrainingSet = {
  utterances: {
    en: { 'tokens.split': ['Can we split it?', 'held out'], none: ['weather'] },
    sv: { 'tokens.split': ['Kan den delas?', ' '] },
  },
  heldOut: {
    en: [
      { text: 'held out', intents: ['tokens.split'] },
      { text: 'either', intents: ['tokens.split', 'keys.more'] },
    ],
  },
  lexicons: {},
};

it('is a project of all languages in the format of the service', () => {
  const { project, documents } = toAzureProject(set, options);
  const located = (text: string) => [...documents].find(([, held]) => held === text)?.[0];
  const split = { class: { category: 'tokens.split' } };
  expect(project).toEqual({
    projectFileVersion: '2023-04-01',
    stringIndexType: 'Utf16CodeUnit',
    metadata: {
      ...{ projectKind: 'CustomSingleLabelClassification', projectName: 'benefits' },
      ...{ storageInputContainerName: 'texts', multilingual: true, language: 'en', settings: {} },
    },
    assets: {
      projectKind: 'CustomSingleLabelClassification',
      classes: [{ category: 'none' }, { category: 'tokens.split' }],
      documents: [
        { location: located('held out'), language: 'en', dataset: 'Train', ...split },
        { location: located('Can we split it?'), language: 'en', dataset: 'Train', ...split },
        {
          ...{ location: located('weather'), language: 'en', dataset: 'Train' },
          class: { category: 'none' },
        },
        { location: located('Kan den delas?'), language: 'sv', dataset: 'Train', ...split },
      ],
    },
  });
});

it('names documents by their text, in letters and digits', () => {
  const { documents } = toAzureProject(set, options);
  expect(documents.size).toBe(4);
  for (const name of documents.keys()) expect(name).toMatch(/^(?:en|sv)[\da-f]{16}\.txt$/);
  expect(toAzureProject(set, options).documents).toEqual(documents);
});

it('refuses what the service would refuse, all of it at once', () => {
  const faulty = { ...set, utterances: { en: { 'a/b': ['x'], ['c'.repeat(51)]: ['y'] } } };
  expect(() => toAzureProject(faulty, { ...options, name: 'no spaces' })).toThrow(
    /no spaces[^]*a\/b[^]*c{51}/,
  );
  const many = Object.fromEntries(
    Array.from({ length: 201 }, (_, index) => [`c${index}`, [`text ${index}`]]),
  );
  expect(() => toAzureProject({ ...set, utterances: { en: many } }, options)).toThrow(
    '200 classes',
  );
});

it('takes the whole content, every intent in every language', () => {
  const all = trainingSetFromContent(root, loadContent(root));
  const { documents } = toAzureProject(all, options);
  const texts = new Set(documents.values());
  for (const byIntent of Object.values(all.utterances))
    for (const [first = ''] of Object.values(byIntent)) expect(texts).toContain(first);
});
