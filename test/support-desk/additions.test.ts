import { ErasingStore } from '../../src/privacy/erasing-store';
import { TicketSearchStore } from '../../src/support/tickets/ticket-search-store';
import { describeEachDatabase } from '../support/postgres/each-database';
import { backendOf, buildDraft, openDesk } from './ticket-desk';

const addition = { key: 'added-1', text: 'It is the 2019 edition.' };

/** A backend that notes what it gets, in order, and can be away. */
function notingBackend() {
  const got: string[] = [];
  const state = { isDown: false };
  const take = (line: string) => {
    if (state.isDown) return Promise.reject(new Error('503'));
    got.push(line);
    return Promise.resolve({ reference: `INC ${line}` });
  };
  const backend = backendOf(
    ({ number }) => take(`${number}`),
    ({ number }, { text }, reference) => take(`${number} (${reference}): ${text}`),
  );
  return { backend, got, state };
}

describeEachDatabase('what is added to a ticket', (open) => {
  it('reaches the desk once, however often and fast it is sent, with the name that the desk gave the ticket', async () => {
    const { backend, got } = notingBackend();
    const { tickets, jobs } = await openDesk({ backend, database: await open() });
    await tickets.send(buildDraft());
    const sent = await Promise.all([1, 2, 3].map(() => tickets.add('person-1', 1001, addition)));
    expect(sent.map((added) => added?.ticket.number)).toEqual([1001, 1001, 1001]);
    expect((await tickets.add('person-1', 1001, addition))?.isDelivered).toBe(true);
    expect(got).toEqual(['1001', '1001 (INC 1001): It is the 2019 edition.']);
    expect(await jobs.additions(1001)).toMatchObject([{ text: addition.text, attempts: 1 }]);
  });

  it('waits for its ticket, and comes in order', async () => {
    const { backend, got, state } = notingBackend();
    state.isDown = true;
    const { tickets, outbox, clock } = await openDesk({ backend, database: await open() });
    await tickets.send(buildDraft());
    clock.pass(1);
    expect((await tickets.add('person-1', 1001, addition))?.isDelivered).toBe(false);
    clock.pass(1);
    await tickets.add('person-1', 1001, { key: 'added-0', text: 'And it is urgent.' });
    state.isDown = false;
    await outbox.deliverDue();
    expect(got).toEqual([]);
    clock.pass(60);
    await outbox.deliverDue();
    expect(got.map((line) => line.replace(/ \(.*\)/, ''))).toEqual([
      '1001',
      '1001: It is the 2019 edition.',
      '1001: And it is urgent.',
    ]);
  });

  it('is kept for the next process when this one dies before the desk has it', async () => {
    const database = await open();
    const { tickets, store, clock } = await openDesk({ database });
    await tickets.send(buildDraft());
    await store.add('person-1', 1001, addition);
    const { backend, got } = notingBackend();
    const restarted = await openDesk({ backend, database, clock });
    await restarted.outbox.deliverDue();
    expect(got).toEqual(['1001 (undefined): It is the 2019 edition.']);
  });

  it.each([
    ['open', 'open', false],
    ['in-progress', 'in-progress', false],
    ['waiting', 'in-progress', false],
    ['solved', 'open', true],
  ] as const)('leaves a ticket that was %s %s', async (before, after, isReopened) => {
    const database = await open();
    const { tickets, store, clock } = await openDesk({ database });
    await tickets.send(buildDraft());
    await store.change(1001, { status: before });
    clock.pass(60);
    const added = await tickets.add('person-1', 1001, addition);
    expect(added).toMatchObject({ ticket: { status: after }, isReopened });
    const [line] = await new TicketSearchStore(database).find({ limit: 1 });
    expect(line?.isAnswered).toBe(true);
    clock.pass(60);
    await store.change(1001, { status: 'solved' });
    const [seen] = await new TicketSearchStore(database).find({ limit: 1 });
    expect(seen?.isAnswered).toBe(false);
  });

  it('is added to nobody else’s ticket, and erased with its person', async () => {
    const { backend, got, state } = notingBackend();
    const database = await open();
    const { tickets, outbox, jobs, clock } = await openDesk({ backend, database });
    await tickets.send(buildDraft());
    expect(await tickets.add('person-2', 1001, addition)).toBeUndefined();
    state.isDown = true;
    await tickets.add('person-1', 1001, addition);
    await new ErasingStore(database).emptyTickets([1001]);
    state.isDown = false;
    clock.pass(60);
    await outbox.deliverDue();
    expect(got).toEqual(['1001']);
    expect(await jobs.additions(1001)).toMatchObject([{ text: undefined }]);
  });
});
