import { rmSync } from 'node:fs';
import { sharedServer } from './postgres/postgres-server';

/** Stops the PostgreSQL server of a jest run, if a test has started it, and deletes what the tests wrote. */
export = () => {
  const folder = process.env['TEST_FOLDER'];
  if (folder === undefined) return;
  sharedServer().remove();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};
