import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ControlConnection } from '../../../src/storage/instances/control-connection';
import { silentLog } from '../../server/test-server';
import { isPostgresInstalled, newPostgresUrl } from '../../support/postgres/each-database';

/** A way to a database on which messages may be lost, and which may be blocked. */
async function openWay() {
  const { pathname, searchParams } = new URL(await newPostgresUrl());
  const path = join(searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const travellers: Socket[] = [];
  const way = { isBlocked: false, tries: 0, open: 0 };
  const server = createServer((traveller) => {
    way.tries += 1;
    if (way.isBlocked) return void traveller.destroy();
    travellers.push(traveller);
    way.open += 1;
    const goal = connect(path);
    traveller.pipe(goal).pipe(traveller);
    traveller
      .on('error', () => undefined)
      .on('close', () => {
        way.open -= 1;
        goal.destroy();
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(way, {
    url: `postgres://bot@127.0.0.1:${port}${pathname}?query_timeout=200`,
    // Read on: a socket that is not read is not seen to close either.
    loseMessages: () => travellers.forEach((one) => one.unpipe().resume()),
    cut: () => travellers.splice(0).forEach((one) => one.destroy()),
    close: () => server.close(),
  });
}

(isPostgresInstalled ? describe : describe.skip)('the connection between instances', () => {
  const open = async () => {
    const way = await openWay();
    let reconnected: () => void = () => undefined;
    const isBack = new Promise<void>((resolve) => (reconnected = resolve));
    const control = new ControlConnection({
      ...{ url: way.url, instance: 1, told: () => undefined, reconnected, log: silentLog },
    });
    await control.open();
    return { way, control, isBack };
  };

  it('is made again as soon as there is a way, however long that takes', async () => {
    const { way, control, isBack } = await open();
    way.isBlocked = true;
    way.cut();
    while (way.tries < 3) await wait(50);
    expect(await control.tryLock('job')).toBe(false);
    way.isBlocked = false;
    await isBack;
    expect(await control.tryLock('job')).toBe(true);
    await control.close();
    way.close();
  });

  it('is made anew where it is dead without a word', async () => {
    const { way, control, isBack } = await open();
    way.loseMessages();
    control.check();
    await isBack;
    expect(await control.tryLock('job')).toBe(true);
    await control.close();
    way.close();
  });

  it.each([
    ['while it is there', 1],
    ['before it is made again', 1],
    ['while it is made again', 2],
  ])('stays closed when it is closed %s', async (when, tries) => {
    const { way, control } = await open();
    if (when !== 'while it is there') way.cut();
    await wait(100);
    while (way.tries < tries) await wait(1);
    await control.close();
    await wait(1500);
    expect([way.open, way.tries]).toEqual([0, tries]);
    way.close();
  });
});
