import { ErasingStore } from '../../src/privacy/erasing-store';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import { backendOf, buildDraft, openDesk } from './ticket-desk';

const addition = { key: 'added-1', text: 'It is the 2019 edition.' };
const NEXT_MINUTE = '2026-05-20T10:01:00.000Z';

/** A desk that takes what a test lets it take, and notes it. */
async function open(refuses: (line: string) => Promise<boolean> | boolean = () => false) {
  const got: string[] = [];
  const take = async (line: string) => {
    if (await refuses(line)) throw new Error('503');
    got.push(line);
    return { reference: `INC ${line}` };
  };
  const backend = backendOf(
    ({ number }) => take(`${number}`),
    ({ number }) => take(`${number}, more`),
  );
  const notify = async () => {
    await take('news');
  };
  const desk = await openDesk({ backend, notify });
  const claim = (id: string) => desk.jobs.claim(id, desk.clock.now().toISOString(), NEXT_MINUTE);
  /** The work that an instance would begin again and again. */
  const work = (isShared: boolean) => {
    const tasks: (() => Promise<void>)[] = [];
    const runsOnOne = (_: string, task: () => Promise<void>) => {
      tasks.push(task);
      return Promise.resolve(true);
    };
    desk.outbox.start({ isShared, runsOnOne });
    return async () => {
      while (tasks.length === 0) await new Promise(setImmediate);
      await desk.outbox.close();
      await tasks[0]?.();
    };
  };
  return { ...desk, got, claim, work };
}

describe('at the start of a process', () => {
  it('what has arrived stays where it is', async () => {
    const { tickets, got, work } = await open();
    await tickets.send(buildDraft());
    await work(false)();
    expect(got).toEqual(['1001']);
  });

  it('what another instance has under way is left to it', async () => {
    const { store, got, claim, work } = await open();
    await store.save(buildDraft());
    await claim('draft-1');
    await work(true)();
    expect(got).toEqual([]);
  });

  it('what was left over comes first; what this process has under way is then its own', async () => {
    const { store, got, claim, work } = await open();
    await store.save(buildDraft());
    await claim('draft-1');
    const pass = work(false);
    await pass();
    expect(got).toEqual(['1001']);
    await store.save(buildDraft({ key: 'draft-2' }));
    await claim('draft-2');
    await pass();
    expect(got).toEqual(['1001']);
  });
});

describe('the end of a process', () => {
  it('waits for the attempt under way, and begins no other', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<boolean>((resolve) => (release = () => resolve(false)));
    const attempt = jest.fn(() => held);
    const { store, outbox, got } = await open(attempt);
    await store.save(buildDraft());
    outbox.start(new LocalInstances());
    while (attempt.mock.calls.length === 0) await new Promise(setImmediate);
    const later = jest.spyOn(globalThis, 'setTimeout');
    const closing = outbox.close().then(() => expect(got).toEqual(['1001']));
    release();
    await closing;
    expect(later).not.toHaveBeenCalled();
    later.mockRestore();
  });

  it('comes before the first attempt where it is told at once', async () => {
    const { outbox } = await open();
    const runsOnOne = jest.fn(() => Promise.resolve(true));
    outbox.start({ isShared: false, runsOnOne });
    await outbox.close();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(runsOnOne).not.toHaveBeenCalled();
  });

  it('is not upset by instances that can’t be asked', async () => {
    const { outbox } = await open();
    const runsOnOne = jest.fn(() => Promise.reject(new Error('away')));
    outbox.start({ isShared: true, runsOnOne });
    while (runsOnOne.mock.calls.length === 0) await new Promise(setImmediate);
    await expect(outbox.close()).resolves.toBeUndefined();
  });
});

describe('what is added to a ticket', () => {
  it('doesn’t come before it, though the desk could take it', async () => {
    const { tickets, jobs, outbox, clock, got } = await open((line) => line === '1001' && isDown);
    let isDown = true;
    await tickets.send(buildDraft());
    clock.pass(1);
    expect((await tickets.add('person-1', 1001, addition))?.isDelivered).toBe(false);
    expect(got).toEqual([]);
    isDown = false;
    clock.pass(60);
    await outbox.deliverDue();
    expect(got).toEqual(['1001', '1001, more']);
    expect((await jobs.deliveries([1001])).get(1001)?.reference).toBe('INC 1001');
  });

  it('waits for nothing but its own ticket', async () => {
    const { tickets, store, outbox, clock, got } = await open(
      (line) => line === '1001' || line === 'news',
    );
    await tickets.send(buildDraft());
    await tickets.send(buildDraft({ key: 'draft-2' }));
    await store.change(1002, { status: 'in-progress' });
    await outbox.deliverDue();
    clock.pass(1);
    await tickets.add('person-1', 1002, addition);
    expect(got).toEqual(['1002', '1002, more']);
  });
});

describe('a person who is erased while their ticket is on its way', () => {
  it.each([
    ['arrives', false],
    ['is refused', true],
  ])('leaves no trace of where it is when it %s, and it isn’t sent again', async (_, refuses) => {
    let erase = (): Promise<void> => Promise.resolve();
    let attempts = 0;
    const { tickets, database, jobs, outbox, clock } = await open(async () => {
      attempts += 1;
      await erase();
      return refuses;
    });
    erase = () => new ErasingStore(database).emptyTickets([1001]);
    await tickets.send(buildDraft());
    const delivery = (await jobs.deliveries([1001])).get(1001);
    expect(delivery).toMatchObject({ reference: undefined, lastError: undefined });
    clock.pass(3600);
    await outbox.deliverDue();
    expect(attempts).toBe(1);
  });
});
