import type { TurnRecord } from '../../src/core/turn-record';
import { TurnStore } from '../../src/support/turn-store';
import { describeEachDatabase } from '../support/postgres/each-database';

const now = () => new Date('2026-05-01T12:00:00Z');
const at = now().toISOString();

function buildRecord(name: string, more: Partial<TurnRecord> = {}): TurnRecord {
  const head = { id: `event of ${name}`, at, conversation: name, person: 'p' };
  return {
    documents: [{ key: name, document: `{"of":"${name}"}` }],
    said: { conversation: name, turn: 0, lines: [{ from: 'person', text: name, at }] },
    reference: { person: name, reference: '{}' },
    events: [{ ...head, channel: 'test', language: 'en', type: 'clarified' }],
    ...{ unanswered: [], withdrawn: [] },
    ...more,
  };
}

describeEachDatabase('turns that end at the same time', (open) => {
  it('are all kept, each with all that it leaves behind', async () => {
    const database = await open();
    const store = new TurnStore(database, now);
    const names = Array.from({ length: 40 }, (_, place) => `talk ${place}`);
    await Promise.all(names.map((name) => store.keep(buildRecord(name))));
    for (const table of [
      'state',
      'turn_lines',
      'conversation_reference',
      'event',
      'due_visit',
    ] as const)
      expect(await database.selectFrom(table).selectAll().execute()).toHaveLength(40);
    const [found] = await store.read(['talk 7', 'nobody']);
    expect(found?.document).toBe('{"of":"talk 7"}');
  });

  it('leave nothing of the one behind whose document was changed meanwhile', async () => {
    const database = await open();
    const store = new TurnStore(database, now);
    await store.keep(buildRecord('a'));
    const [stored] = await store.read(['a', 'b']);
    const next = (key: string, replaces: string | undefined) =>
      buildRecord(key, {
        documents: [{ key, document: '{"turn":2}', replaces }],
        events: [],
        said: { conversation: key, turn: 1, lines: [] },
      });
    await store.keep(buildRecord('b'));
    const told = await Promise.allSettled([
      store.keep(next('a', stored?.etag)),
      store.keep(next('b', 'of an earlier turn')),
      store.keep(buildRecord('c')),
    ]);
    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const documents = await store.read(['a', 'b']);
    expect(documents.map(({ document }) => document).sort()).toEqual(['{"of":"b"}', '{"turn":2}']);
    expect(await store.linesSince('b', at)).toHaveLength(1);
  });

  it('may write to the same person', async () => {
    const store = new TurnStore(await open(), now);
    const documents = [{ key: 'person', document: '{"language":"sv"}' }];
    await Promise.all(['a', 'b'].map((name) => store.keep(buildRecord(name, { documents }))));
    expect(await store.read(['person', 'a'])).toHaveLength(1);
  });
});

describeEachDatabase('turns that begin at the same time', (open) => {
  afterEach(() => jest.restoreAllMocks());

  /** A store that holds documents, and what becomes of reading them: the keys of those found, or the error. */
  async function openStore() {
    const database = await open();
    const store = new TurnStore(database, now);
    await Promise.all(['a', 'b', 'c'].map((name) => store.keep(buildRecord(name))));
    const read = async (...keys: [string, string]) => {
      const found = await store.read(keys).catch((error: unknown) => [{ key: String(error) }]);
      return found.map(({ key }) => key).sort();
    };
    return { read, queries: jest.spyOn(database, 'executeQuery') };
  }

  it('read each their own documents, with one query', async () => {
    const { read, queries } = await openStore();
    const found = await Promise.all([read('a', 'b'), read('b', 'nobody'), read('none', 'c')]);
    expect(found).toEqual([['a', 'b'], ['b'], ['c']]);
    expect(queries).toHaveBeenCalledTimes(1);
  });

  it('read each by themselves when that query fails, and fail alone', async () => {
    const { read, queries } = await openStore();
    queries.mockRejectedValueOnce(new Error('One.')).mockRejectedValueOnce(new Error('Two.'));
    const found = await Promise.all([read('a', 'b'), read('c', 'nobody')]);
    expect(found).toEqual([['Error: Two.'], ['c']]);
  });

  it('are all told at once when there is no database', async () => {
    const { read, queries } = await openStore();
    queries.mockRejectedValueOnce(Object.assign(new Error('Away.'), { code: 'ECONNREFUSED' }));
    const found = await Promise.all([read('a', 'b'), read('c', 'nobody')]);
    expect(found.flat().join()).toMatch(/Away.*Away/);
    expect(queries).toHaveBeenCalledTimes(1);
  });
});
