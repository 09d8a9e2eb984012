import { DirectLineStore } from '../../src/channels/direct-line/direct-line-store';
import { OpenTurnStore } from '../../src/channels/direct-line/open-turn-store';
import { openDatabase } from '../../src/storage/database';

const NOW = Date.parse('2026-05-20T10:00:00Z');

it.each([
  ['three seconds ago', -3, ['c']],
  ['just now', 0, []],
  ['by the clock of another instance, which is a little ahead', 30, []],
  ['before the clock was set back an hour', 3600, ['c']],
])('a turn is left open by somebody else when it began %s', async (_, seconds, found) => {
  const database = await openDatabase('file::memory:');
  const at = () => new Date(NOW + seconds * 1000);
  const store = new DirectLineStore(database, at, () => Promise.resolve());
  const conversation = { id: 'c', name: '', isGroup: false, conversationType: '' };
  await store.start(
    { id: 'c', user: 'u' },
    {
      ...{ type: 'message', id: 'm', timestamp: at().toISOString(), channelId: 'webchat' },
      ...{ conversation, from: { id: 'u', name: '', role: 'user' } },
    },
  );
  expect(await new OpenTurnStore(database).findIdle(new Date(NOW - 3000))).toEqual(found);
  await database.destroy();
});
