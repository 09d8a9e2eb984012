import { splitCompound } from '../../../src/understanding/languages/compounds';

const parts = new Set(['produkt', 'nyckel', 'nyckeln', 'medlemskap', 'avgift', 'visual', 'studio']);
const rules = {
  isFirst: (word: string) => parts.has(word),
  isLast: (word: string) => parts.has(word),
  links: ['', 's'],
};

describe('splitCompound', () => {
  it.each([
    ['produktnyckel', ['produkt', 'nyckel']],
    ['produktnyckeln', ['produkt', 'nyckeln']],
    ['medlemskapsavgift', ['medlemskap', 'avgift']],
    ['visualstudio', ['visual', 'studio']],
    ['nyckel', undefined],
    ['produktbok', undefined],
  ])('takes %s apart', (word, expected) => {
    expect(splitCompound(word, rules)).toEqual(expected);
  });
});
