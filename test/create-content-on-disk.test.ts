import { createContentOnDisk } from '../src/create-content-on-disk';

it('asks a bot for the replies to an entry once, as long as the files are the same', async () => {
  const { content } = createContentOnDisk(`${__dirname}/..`).read();
  const [split] = (await content?.withReplies(['tokens.split'])) ?? [];
  expect(split?.sides.map(({ shown }) => [...shown.keys()])).toEqual([
    ['Web Chat', 'Teams'],
    ['Web Chat', 'Teams'],
  ]);
  const both = await content?.withReplies(['renewal.competency', 'tokens.split']);
  expect(both?.map(({ entry }) => entry.id)).toEqual(['renewal.competency', 'tokens.split']);
  expect(both?.[1]).toBe(split);
});
