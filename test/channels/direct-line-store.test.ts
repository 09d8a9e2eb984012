import { DirectLineStore } from '../../src/channels/direct-line/direct-line-store';
import type { Database } from '../../src/storage/database';
import { movingClock } from '../support-desk/ticket-desk';
import { describeEachDatabase } from '../support/postgres/each-database';

const activity = (id: string) => ({
  ...{ id, type: 'message', timestamp: '2026-05-20T10:00:00.000Z' },
});

/** A store with the conversations "a" and "b", just begun. */
async function openStore(database: Database) {
  const clock = movingClock();
  const store = new DirectLineStore(database, clock.now, () => Promise.resolve());
  for (const id of ['a', 'b']) await store.start({ id, user: 'u' }, activity(`start of ${id}`));
  const ids = async (id: string) =>
    (await store.since(id, 0, 10)).map(({ activity: each }) => each.id);
  return { clock, store, ids };
}

describeEachDatabase('the log of conversations', (open) => {
  it('begins a conversation once', async () => {
    const { store, ids } = await openStore(await open());
    expect(await store.start({ id: 'a', user: 'other' }, activity('again'))).toBe(false);
    expect(await store.find('a')).toMatchObject({ user: 'u', last: 1 });
    expect(await ids('a')).toEqual(['start of a']);
  });

  it('takes a message for the same only in its own conversation, whatever its client calls it', async () => {
    const { store, ids } = await openStore(await open());
    expect(await store.receive('a', activity('one'), 'same')).toMatchObject({ isNew: true });
    expect(await store.receive('b', activity('two'), 'same')).toMatchObject({ isNew: true });
    const again = await store.receive('a', activity('three'), 'same');
    expect(again).toEqual({ id: 'one', isNew: false, sequence: 2 });
    await store.receive('a', activity('four'), undefined);
    await store.receive('a', activity('five'), undefined);
    expect(await ids('a')).toEqual(['start of a', 'one', 'four', 'five']);
    expect(await ids('b')).toEqual(['start of b', 'two']);
  });

  it('forgets what has been quiet for long, and nothing in which something was said since', async () => {
    const { clock, store } = await openStore(await open());
    clock.pass(3600);
    await store.receive('a', activity('one'), undefined);
    expect(await store.expire(new Date(clock.now().getTime() - 60_000))).toBe(1);
    expect(await store.find('a')).toBeDefined();
    expect(await store.find('b')).toBeUndefined();
  });

  it('takes a message once that comes several times at once', async () => {
    const { store, ids } = await openStore(await open());
    const sent = ['one', 'two', 'three', 'four', 'five'].map((id) =>
      store.receive('a', activity(id), 'same'),
    );
    const received = await Promise.all(sent);
    expect(received.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    expect(await ids('a')).toHaveLength(2);
  });
});
