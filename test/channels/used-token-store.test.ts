import { UsedTokenStore } from '../../src/channels/direct-line/used-token-store';
import { movingClock } from '../support-desk/ticket-desk';
import { openMemory } from '../support/open-memory';

it('remembers a token for a minute after it expires, and no longer', async () => {
  const [database, clock] = [await openMemory(), movingClock()];
  const store = new UsedTokenStore(database, clock.now);
  const expires = clock.now();
  expect(await store.useOnce('a', expires)).toBe(true);
  clock.pass(59);
  expect(await store.useOnce('a', expires)).toBe(false);
  clock.pass(2);
  await store.useOnce('b', clock.now());
  const kept = await database.selectFrom('used_visitor_token').select('id').execute();
  expect(kept).toEqual([{ id: 'b' }]);
  await database.destroy();
});
