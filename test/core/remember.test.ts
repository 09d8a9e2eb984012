import { remember } from '../../src/core/remember';
import { collectGarbage } from '../collect-garbage';

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

  it('forgets every text within a minute, though nobody asks', () => {
    jest.useFakeTimers();
    const asked: string[] = [];
    const find = remember((text) => asked.push(text));
    for (const [text, seconds] of [
      ['a', 50],
      ['a', 0],
      ['b', 10],
      ['b', 50],
      ['b', 10],
      ['b', 0],
    ] as const) {
      find(text);
      jest.advanceTimersByTime(seconds * 1000);
    }
    jest.useRealTimers();
    expect(asked).toEqual(['a', 'b', 'b', 'b']);
  });

  it('holds nothing that nobody asks any more', async () => {
    const findAndLeave = () => {
      const tools = { of: 'some megabytes' };
      const find = remember((text) => ({ text, tools }));
      find('a');
      return new WeakRef(tools);
    };
    const tools = findAndLeave();
    await collectGarbage();
    expect(tools.deref()).toBeUndefined();
  });
});
