import { narrowAnswer } from '../../src/core/narrow-answer';
import type { Answer } from '../../src/core/answer';

const answer: Answer = {
  ...{ entry: 'keys.lost', language: 'en', title: 'Lost keys?', verdict: 'In Partner Center.' },
  ...{ paragraphs: ['One.', 'Two.'], steps: ['First.', 'Then.'], example: 'Such as this.' },
  ...{ links: [{ label: 'Guide', url: 'https://example.com' }], related: [], source: 'FAQ' },
};
const own = { entry: 'keys.lost', title: 'Lost keys?', short: 'Lost' };

it.each([
  ['verdict', 'In Partner Center.', []],
  ['paragraphs.1', 'Two.', []],
  ['steps.1', 'Then.', []],
  ['steps', 'In Partner Center.', ['First.', 'Then.']],
  ['example', 'Such as this.', []],
])('tells %s, with the links and the way to the rest', (place, verdict, steps) => {
  const narrow = narrowAnswer(answer, place, own);
  expect(narrow).toMatchObject({ verdict, steps, paragraphs: [], links: answer.links });
  expect(narrow?.related).toEqual([own]);
  expect(narrow).not.toHaveProperty('source');
});

it.each(['note', 'paragraphs.7', 'elsewhere'])('has nothing at %s', (place) => {
  expect(narrowAnswer(answer, place, own)).toBeUndefined();
});
