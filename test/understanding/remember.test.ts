import { remember } from '../../src/understanding/remember';

describe('remember', () => {
  it('finds the same text once, until it has found too many others', () => {
    const asked: string[] = [];
    const find = remember((text) => ({ text, count: asked.push(text) }), 2);
    expect(find('a')).toBe(find('a'));
    for (const text of ['b', 'a', 'c', 'a']) find(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
