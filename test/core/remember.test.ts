import { remember } from '../../src/core/remember';

describe('remember', () => {
  it('finds the same text once, until it has found too many others', () => {
    const asked: string[] = [];
    const find = remember((text) => ({ text, count: asked.push(text) }), { limit: 2 });
    expect(find('a')).toBe(find('a'));
    for (const text of ['b', 'a', 'c', 'a']) find(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('finds long texts anew', () => {
    const asked: string[] = [];
    const find = remember((text) => asked.push(text), { longest: 2 });
    for (const text of ['aa', 'aaa', 'aa', 'aaa']) find(text);
    expect(asked).toEqual(['aa', 'aaa', 'aaa']);
  });
});
