import { state } from './state';

it('has nothing to work out for other entries, or when nothing was told', () => {
  expect(state({ entry: 'licenses.offers', utterance: 'since 2020' })).toBeUndefined();
  expect(state({ entry: 'tokens.replacement', utterance: 'how long do I have?' })).toBeUndefined();
});
