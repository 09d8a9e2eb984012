import { sql } from 'kysely';
import { TABLE_RULES } from '../../src/privacy/table-rules';
import { openDatabase, type Database } from '../../src/storage/database';
import { content, translator } from '../support/content';

let database: Database;
beforeAll(async () => (database = await openDatabase('file::memory:')));
afterAll(() => database.destroy());

const named = async (query: ReturnType<typeof sql<{ name: string }>>) =>
  (await query.execute(database)).rows.map(({ name }) => name);

it('knows every table of the database, and no other', async () => {
  const tables = await named(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  );
  expect(Object.keys(TABLE_RULES).sort()).toEqual(tables.sort());
});

it.each(Object.entries(TABLE_RULES))(
  'finds the columns that it names in %s',
  async (table, rule) => {
    const columns = await named(sql`select name from pragma_table_info(${table})`);
    const wanted = [rule.owner?.[0], rule.ages?.[0]].filter((column) => column !== undefined);
    expect(columns).toEqual(expect.arrayContaining(wanted));
    // What belongs to people doesn't stay for ever, and goes when they say so.
    expect(rule.owner === undefined).toBe(rule.erased === 'holds nobody');
    expect(rule.owner === undefined || rule.ages !== undefined).toBe(true);
  },
);

it.each(content.languages)('has words in %s for every table that holds people', (language) => {
  const t = translator.in(language);
  const owned = Object.entries(TABLE_RULES).filter(([, { owner }]) => owner !== undefined);
  for (const [table] of owned) expect(t(`support-page:people.table.${table}`)).not.toBe('');
});
