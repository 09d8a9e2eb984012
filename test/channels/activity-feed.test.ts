import { ActivityFeed } from '../../src/channels/direct-line/activity-feed';
import type { Listener } from '../../src/core/instances';

const typing = { id: 't', type: 'typing', timestamp: '2026-05-20T10:00:00.000Z' };

/** A feed, what its listener in conversation "c" heard, and the other instances. */
function openFeed() {
  const others: Listener[] = [];
  const [told, heard]: [string[], string[]] = [[], []];
  const feed = new ActivityFeed({
    tell: (_, message) => void told.push(message),
    hear: (_, listener) => {
      others.push(listener);
      return () => void others.pop();
    },
  });
  feed.open();
  const stop = feed.listen('c', {
    logged: () => void heard.push('logged'),
    passing: ({ type }) => void heard.push(type),
  });
  return { feed, others, told, heard, stop };
}

it('tells those who listen to a conversation, here and elsewhere, and nobody else', () => {
  const here = openFeed();
  const there = openFeed();
  here.feed.logged('c');
  here.feed.passing('c', typing);
  here.feed.logged('another');
  for (const message of here.told) there.others[0]?.told(message);
  expect(here.heard).toEqual(['logged', 'typing']);
  expect(there.heard).toEqual(['logged', 'typing']);
  expect(there.told).toEqual([]);
});

it('lets all look for themselves when something may have been missed', () => {
  const { others, heard } = openFeed();
  others[0]?.missed();
  expect(heard).toEqual(['logged']);
});

it.each(['nonsense', '{}', '{"conversation":"c","passing":{"text":"no type"}}'])(
  'is not upset by what another version may tell: %s',
  (message) => {
    const { others, heard } = openFeed();
    expect(() => others[0]?.told(message)).not.toThrow();
    expect(heard).toEqual([]);
  },
);

it('tells nobody who has stopped to listen, and hears nothing once it is closed', () => {
  const { feed, others, heard, stop } = openFeed();
  stop();
  feed.logged('c');
  feed.close();
  expect(heard).toEqual([]);
  expect(others).toEqual([]);
});
