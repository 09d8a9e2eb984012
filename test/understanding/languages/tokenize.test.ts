import { tokenize } from '../../../src/understanding/languages/tokenize';

describe('tokenize', () => {
  it.each([
    ['Can a token be split?', ['can', 'a', 'token', 'be', 'split', '?']],
    ["don't won’t", ['dont', 'wont']],
    ['Förnya MAP-paketet!', ['förnya', 'map', 'paketet']],
    ['Office 365 🎉 (E3)', ['office', '365', 'e3']],
    ['\ud800 \u0000 \ufffd', []],
    ['', []],
  ])('splits %j', (text, words) => {
    expect(tokenize(text, 100)).toEqual(words);
  });

  it('stops at the limit and cuts endless words', () => {
    expect(tokenize('a b c d', 2)).toEqual(['a', 'b']);
    expect(tokenize('x'.repeat(10_000), 5)[0]?.length).toBeLessThanOrEqual(40);
  });
});
