import { createAskTest } from '../../../src/understanding/segmentation/asks';
import { createBoundaryFinder } from '../../../src/understanding/segmentation/boundaries';
import { messageWords } from '../words';

const find = createBoundaryFinder(messageWords);
const asks = createAskTest(messageWords);

it.each([
  ['Can it be split? And who decides?', [['Can it be split?', 'who decides?']]],
  ['Where is it, and who decides?', [['Where is it', 'who decides?']]],
  [
    'Var är den? Dessutom undrar jag vem som får se',
    [['Var är den?', 'undrar jag vem som får se']],
  ],
  ['1) what is it 2) who may use it', [['1) what is it', 'who may use it']]],
  ['days left + installs left', [['days left', 'installs left']]],
  ['hur länge gäller den, kan man förnya', [['hur länge gäller den', 'kan man förnya']]],
  ['the red, green or blue one', []],
  ['may I carry on, even if it also ends', []],
  ['får man ha den även om man slutar också', []],
])('%s', (text, pairs) => {
  const found = find(text).map(({ end, start }) => [text.slice(0, end), text.slice(start)]);
  expect(found).toEqual(pairs);
});

it('looks at a bounded number of places', () => {
  expect(find('how is it? '.repeat(300)).length).toBeLessThanOrEqual(8);
});

it.each([
  'who may use it',
  'We merged. What now',
  'tell me the date',
  'jag undrar var den finns',
  'ok?',
])('"%s" asks', (text) => {
  expect(asks(text)).toBe(true);
});

it.each(['We are merging with another partner', 'Proven blev inställda', 'thanks for that'])(
  '"%s" asks nothing',
  (text) => {
    expect(asks(text)).toBe(false);
  },
);
