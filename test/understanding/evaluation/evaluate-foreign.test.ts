import { evaluateForeign } from '../../../src/understanding/evaluation/evaluate-foreign';
import { foreignUtteranceSchema } from '../../../src/understanding/evaluation/foreign-utterance';
import { formatForeign } from '../../../src/understanding/evaluation/format-foreign';

const lines = (split: string, intent: string, ...texts: string[]) =>
  texts.map((text) => foreignUtteranceSchema.parse({ text, intent, split }));
const set = [
  ...lines('train', 'card', 'where is my card', 'my card is late', 'card not here', 'no card yet'),
  ...lines(
    'train',
    'cash',
    'cash is missing',
    'wrong cash amount',
    'cash machine',
    'too little cash',
  ),
  ...lines('train', 'limit', 'raise my limit', 'what limit', 'limit reached', 'is there any limit'),
  ...lines('test', 'card', 'is my card late', 'card where'),
  ...lines('test', 'cash', 'machine gave wrong cash'),
  ...lines('test', 'oos', 'zebra quux blargh'),
];

describe('evaluateForeign', () => {
  const figures = evaluateForeign(set, set);

  it('measures in-scope accuracy and what is rejected at a threshold chosen without the test lines', () => {
    expect(figures).toMatchObject({ intents: 3, trained: 12, tested: 4, accuracy: 1 });
    expect(figures.rejection?.outOfScopeRecall).toBe(1);
  });

  it('prints in percent', () => {
    expect(formatForeign('set', figures)).toContain('accuracy in scope, nothing rejected: 100.0');
  });
});
