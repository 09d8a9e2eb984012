import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { remember } from '../../src/core/remember';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

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
    // What a turn of the event loop has asked for isn't let go of before its end.
    await pause(0);
    collectGarbage();
    expect(tools.deref()).toBeUndefined();
  });
});
