import { withoutMarks } from '../../src/core/without-marks';

describe('withoutMarks', () => {
  it.each([
    ['license', 'license'],
    ['Förnyelse på ÅTTA språk', 'Fornyelse pa ATTA sprak'],
    ['fo\u0308rnya', 'fornya'],
    ['smørrebrød', 'smørrebrød'],
    ['\ud800', '\ud800'],
  ])('%s gives %s', (text, bare) => {
    expect(withoutMarks(text)).toBe(bare);
  });
});
