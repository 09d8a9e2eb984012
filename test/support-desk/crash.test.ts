import { buildSync } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/storage/database';
import { createWebhookBackend } from '../../src/support/tickets/webhook-backend';
import { movingClock, openDesk } from './ticket-desk';

const root = join(__dirname, '../..');

it('delivers one ticket after the process was killed between the yes and the delivery', async () => {
  // Two folders below the root, like the tests: the content is found from there.
  const program = join(root, 'dist', 'crash', 'child.cjs');
  buildSync({
    ...{ entryPoints: [join(__dirname, 'crash-child.ts')], outfile: program, bundle: true },
    ...{ platform: 'node', target: 'node20', packages: 'external' },
  });
  const keys: unknown[] = [];
  let answer: (response: ServerResponse) => void = () => undefined;
  let arrived: (request: IncomingMessage) => void = () => undefined;
  const first = new Promise<IncomingMessage>((resolve) => {
    arrived = resolve;
  });
  const receiver = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    request.resume();
    arrived(request);
    answer(response);
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'crash-')), 'bot.db')}`;

  const child = spawn(process.execPath, [program, databaseUrl, url], { stdio: 'inherit' });
  await first;
  child.kill('SIGKILL');
  await once(child, 'exit');

  answer = (response) => {
    response.writeHead(201);
    response.end();
  };
  const database = await openDatabase(databaseUrl);
  const clock = movingClock(new Date(Date.now() + 90_000).toISOString());
  const backend = createWebhookBackend({ url, secret: 's', fetch, now: clock.now });
  const { outbox, store, jobs } = await openDesk({ database, clock, backend });
  await outbox.deliverDue();
  await outbox.deliverDue();
  receiver.close().closeAllConnections();

  const tickets = await store.list({ limit: 10 });
  expect(tickets).toHaveLength(1);
  expect(tickets[0]).toMatchObject({ subject: 'broken key', email: 'kim@contoso.example' });
  expect(keys).toEqual([tickets[0]?.key, tickets[0]?.key]);
  expect(await jobs.backlog()).toMatchObject({ count: 0 });
  await database.destroy();
});
