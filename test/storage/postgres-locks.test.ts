import { Client } from 'pg';
import { openDatabase } from '../../src/storage/database';
import { isUnavailable } from '../../src/storage/is-unavailable';
import { isPostgresInstalled, newPostgresUrl } from '../support/postgres/each-database';

(isPostgresInstalled ? describe : describe.skip)('a table that somebody else has locked', () => {
  it('is given up soon, and used again when it is free', async () => {
    const url = await newPostgresUrl();
    const database = await openDatabase(`${url}&lock_timeout=50`);
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('begin');
    await other.query('lock table direct_line_key in access exclusive mode');
    const write = () =>
      database.insertInto('direct_line_key').values({ name: 'a', value: 'b' }).execute();
    const error: unknown = await write().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: '55P03' });
    expect(isUnavailable(error)).toBe(true);
    await other.query('rollback');
    await other.end();
    await expect(write()).resolves.toHaveLength(1);
    await database.destroy();
  });
});
