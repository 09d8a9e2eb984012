import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { sharedServer } from './postgres/postgres-server';

/** Stops the PostgreSQL server of a jest run, if a test has started it, and deletes what the tests wrote. */
export = () => {
  sharedServer().remove();
  rmSync(tmpdir(), { recursive: true, force: true, maxRetries: 5 });
};
