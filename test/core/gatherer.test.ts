import { Gatherer } from '../../src/core/gatherer';

function gather(work: (items: readonly string[]) => Promise<void> | void, most = 10) {
  const passes: (readonly string[])[] = [];
  const gatherer = new Gatherer<string>(
    async (items) => {
      passes.push(items);
      await work(items);
    },
    { pace: 1, longest: 2, most, isCommon: (error) => error instanceof EvalError },
  );
  return { passes, add: (item: string) => gatherer.add(item) };
}

describe('a gatherer', () => {
  it('does at once what comes in the same moment, and no more than it may', async () => {
    const { passes, add } = gather(() => undefined, 2);
    await Promise.all(['a', 'b', 'c'].map(add));
    expect(passes).toEqual([['a', 'b'], ['c']]);
  });

  it('lets what comes during a pass wait for the next', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const { passes, add } = gather(() => held);
    const first = add('a');
    while (passes.length === 0) await new Promise(setImmediate);
    const others = [add('b'), add('c')];
    // Longer than any pause between passes.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(passes).toEqual([['a']]);
    finish();
    await Promise.all([first, ...others]);
    expect(passes).toEqual([['a'], ['b', 'c']]);
  });

  it('begins a pass no sooner after the one before than there was to do in that', async () => {
    const begins: number[] = [];
    const gatherer = new Gatherer<string>(
      () => {
        begins.push(performance.now());
        return Promise.resolve();
      },
      { pace: 10, longest: 30, most: 10, isCommon: () => false },
    );
    await Promise.all(['a', 'b'].map((item) => gatherer.add(item)));
    await Promise.all(['c', 'd', 'e', 'f'].map((item) => gatherer.add(item)));
    await gatherer.add('g');
    const [first = 0, second = 0, third = 0] = begins;
    // A timer may fire a moment early.
    expect(second - first).toBeGreaterThan(18);
    expect(third - second).toBeGreaterThan(28);
  });

  it('tells each what became of it when a pass has failed', async () => {
    const { passes, add } = gather((items) => {
      if (items.includes('bad')) throw new RangeError('No.');
    });
    const told = await Promise.allSettled(['a', 'bad', 'c'].map(add));
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(passes).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
    await expect(add('bad')).rejects.toThrow('No.');
    expect(passes.slice(4)).toEqual([['bad']]);
  });

  it('tries nothing alone where that would be of no use', async () => {
    const { passes, add } = gather(() => {
      throw new EvalError('Away.');
    });
    const told = await Promise.allSettled(['a', 'b'].map(add));
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(passes).toHaveLength(1);
  });
});
