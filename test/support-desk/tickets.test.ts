import { ticketName, ticketNumberIn } from '../../src/core/ticket';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import { waitSeconds } from '../../src/support/tickets/outbox';
import { describeEachDatabase } from '../support/postgres/each-database';
import { backendOf, buildDraft, openDesk } from './ticket-desk';

describeEachDatabase('tickets', (open) => {
  it('numbers tickets, and reads them back whole', async () => {
    const { tickets, store } = await openDesk({ database: await open() });
    const first = await tickets.send(buildDraft());
    const second = await tickets.send(buildDraft({ key: 'draft-2' }));
    expect([first, second].map(({ ticket }) => ticketName(ticket))).toEqual(['T-1001', 'T-1002']);
    expect(first.isDelivered).toBe(true);
    expect(await store.find(1001)).toEqual({
      ...buildDraft(),
      number: 1001,
      status: 'open',
      createdAt: '2026-05-20T10:00:00.000Z',
      updatedAt: '2026-05-20T10:00:00.000Z',
    });
  });

  it('saves and delivers a draft once, however often and fast it is sent', async () => {
    const delivered: string[] = [];
    const backend = backendOf(({ key }) => {
      delivered.push(key);
      return Promise.resolve({});
    });
    const { tickets, store } = await openDesk({ backend, database: await open() });
    const sent = await Promise.all([1, 2, 3].map(() => tickets.send(buildDraft())));
    expect(new Set(sent.map(({ ticket }) => ticket.number)).size).toBe(1);
    expect(delivered).toEqual(['draft-1']);
    expect(await store.list({ limit: 10 })).toHaveLength(1);
  });

  it('numbers drafts that are sent at the same time apart', async () => {
    const { tickets } = await openDesk({ database: await open() });
    const keys = Array.from({ length: 20 }, (_, index) => `draft-${index}`);
    const sent = await Promise.all(keys.map((key) => tickets.send(buildDraft({ key }))));
    expect(new Set(sent.map(({ ticket }) => ticket.number)).size).toBe(20);
  });

  it('tells that a ticket has not arrived while the backend is down, and delivers it later', async () => {
    let isDown = true;
    const backend = backendOf(() =>
      isDown ? Promise.reject(new Error('503')) : Promise.resolve({ reference: 'INC1' }),
    );
    const { tickets, outbox, jobs, clock } = await openDesk({ backend, database: await open() });
    const { ticket, isDelivered } = await tickets.send(buildDraft());
    expect(isDelivered).toBe(false);
    expect(await jobs.backlog()).toEqual({ count: 1, oldest: '2026-05-20T10:00:00.000Z' });
    isDown = false;
    await outbox.deliverDue();
    expect((await tickets.find('person-1'))?.isDelivered).toBe(false);
    clock.pass(waitSeconds(1));
    await outbox.deliverDue();
    expect((await tickets.find('person-1'))?.isDelivered).toBe(true);
    expect((await jobs.deliveries([ticket.number])).get(ticket.number)).toEqual({
      isDelivered: true,
      attempts: 2,
      reference: 'INC1',
      lastError: undefined,
    });
    expect(await jobs.backlog()).toEqual({ count: 0, oldest: undefined });
  });

  it('takes over what a crashed process had claimed, after a minute', async () => {
    const { store, jobs, outbox, clock } = await openDesk({ database: await open() });
    const { number } = await store.save(buildDraft());
    const crashed = await jobs.claim(
      'draft-1',
      clock.now().toISOString(),
      '2026-05-20T10:01:00.000Z',
    );
    expect(crashed).toMatchObject({ kind: 'ticket', attempts: 1 });
    expect(await outbox.deliver('draft-1')).toBe(false);
    clock.pass(60);
    await outbox.deliverDue();
    expect((await jobs.deliveries([number])).get(number)?.isDelivered).toBe(true);
  });

  it('waits longer after each failure, a quarter of an hour at most', () => {
    expect([1, 2, 3, 8, 9, 50].map(waitSeconds)).toEqual([5, 10, 20, 640, 900, 900]);
  });

  it("finds a person's latest ticket or one by number, and nobody else's", async () => {
    const { tickets } = await openDesk({ database: await open() });
    await tickets.send(buildDraft());
    await tickets.send(buildDraft({ key: 'draft-2' }));
    expect((await tickets.find('person-1'))?.ticket.number).toBe(1002);
    expect((await tickets.find('person-1', 1001))?.ticket.number).toBe(1001);
    expect(await tickets.find('person-2', 1001)).toBeUndefined();
    expect(await tickets.find('person-2')).toBeUndefined();
    expect((await tickets.listOf('person-1')).map(({ number }) => number)).toEqual([1002, 1001]);
    expect(await tickets.listOf('person-2')).toEqual([]);
  });

  it('tells the person of each change, also when the channel is away at first', async () => {
    const told: string[] = [];
    let isAway = true;
    const { tickets, store, outbox, clock } = await openDesk({
      database: await open(),
      notify: ({ number }, { status, note = '' }) => {
        if (isAway) return Promise.reject(new Error('away'));
        told.push(`${number} ${status} ${note}`);
        return Promise.resolve();
      },
    });
    await tickets.send(buildDraft());
    await store.change(1001, { status: 'in-progress' });
    await store.change(1001, { status: 'solved', note: 'New key sent.' });
    await outbox.deliverDue();
    expect(told).toEqual([]);
    isAway = false;
    clock.pass(5);
    await outbox.deliverDue();
    expect(told).toEqual(['1001 in-progress ', '1001 solved New key sent.']);
    expect((await tickets.find('person-1'))?.ticket.status).toBe('solved');
    expect(await store.change(9999, { status: 'solved' })).toBeUndefined();
  });

  it('works on its own until closed, first on what a process had under way that is no more', async () => {
    const { store, outbox, jobs, clock } = await openDesk({ database: await open() });
    const { key } = await store.save(buildDraft());
    const now = clock.now().toISOString();
    await jobs.claim(key, now, '2026-05-20T10:01:00.000Z');
    expect(await jobs.claim(key, now, now)).toBeUndefined();
    outbox.start(new LocalInstances());
    for (let wait = 0; wait < 2000 && (await jobs.backlog()).count > 0; wait++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await outbox.close();
    expect((await jobs.backlog()).count).toBe(0);
  });
});

describe('ticketNumberIn', () => {
  it.each([
    ['What about T-1042?', 1042],
    ['t1042', 1042],
    ['hur går det med T - 1042', 1042],
    ['ärende #1042', 1042],
    ['our 1042 licences', undefined],
    ['Office2019', undefined],
    ['support 1', undefined],
  ])('of %s is %s', (text, number) => {
    expect(ticketNumberIn(text)).toBe(number);
  });
});
