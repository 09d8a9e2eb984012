import { randomInt } from 'node:crypto';
import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import { isPostgres, type Database } from '../database';
import { claimFile } from './claim-file';
import { LocalInstances } from './local-instances';
import { PostgresInstances } from './postgres-instances';

const MOST_INSTANCES = 2 ** 31;

/**
 * Claims what only one process may serve from, before anything in it is changed; gives what lets go of it. Throws
 * {@link StorageError} when another process serves from it.
 */
export function claimDatabase(url: string): () => void {
  const path = url.replace(/^file:/, '');
  return isPostgres(url) || path === ':memory:' ? () => undefined : claimFile(path);
}

/**
 * What the processes that serve from a database settle among themselves; `release` is called at the end. Rejects when the
 * server can't be reached.
 */
export async function openInstances(
  url: string,
  parts: { readonly database: Database; readonly log: Log; readonly release: () => void },
): Promise<Instances> {
  if (!isPostgres(url)) return new LocalInstances(parts.release);
  const instances = new PostgresInstances({ ...parts, url, instance: randomInt(MOST_INSTANCES) });
  await instances.open();
  return instances;
}
