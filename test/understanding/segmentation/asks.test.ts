import { createAskTest } from '../../../src/understanding/segmentation/asks';
import { messageWords } from '../words';

const asks = createAskTest(messageWords);

it.each([
  ['if the seats are all taken can we share one', true],
  ['om platserna är slut får vi dela på en', true],
  ['on which page are they shown', true],
  ['till vem ska man vända sig', true],
  ['if we leave the programme', false],
  ['om vi lämnar programmet', false],
])('"%s" asks: %s', (text, is) => {
  expect(asks(text)).toBe(is);
});
