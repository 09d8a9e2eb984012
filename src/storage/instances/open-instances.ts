import { randomInt } from 'node:crypto';
import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import { isPostgres, type Database } from '../database';
import { claimFile } from './claim-file';
import { LocalInstances } from './local-instances';
import { PostgresInstances } from './postgres-instances';

const MOST_INSTANCES = 2 ** 31;

/**
 * What the processes that serve from a database settle among themselves. Rejects when the server can't be reached, or
 * when another process serves from the file: it can have one.
 */
export async function openInstances(
  url: string,
  parts: { readonly database: Database; readonly log: Log },
): Promise<Instances> {
  if (isPostgres(url)) {
    const instances = new PostgresInstances({ ...parts, url, instance: randomInt(MOST_INSTANCES) });
    await instances.open();
    return instances;
  }
  const path = url.replace(/^file:/, '');
  return new LocalInstances(path === ':memory:' ? undefined : claimFile(path));
}
