import { SESSION_HOURS, SessionStore } from '../../src/support-page/sign-in/session-store';
import { LedgerStore } from '../../src/support/outcomes/ledger-store';
import { ReportStore } from '../../src/support/outcomes/report-store';
import { OutboxStore } from '../../src/support/tickets/outbox-store';
import { TicketSearchStore } from '../../src/support/tickets/ticket-search-store';
import { TicketStore } from '../../src/support/tickets/ticket-store';
import { buildDraft, movingClock } from '../support-desk/ticket-desk';
import { describeEachDatabase } from '../support/postgres/each-database';

describeEachDatabase('what the support page reads', (open) => {
  it('finds tickets by words, whatever letters they begin with and whatever they hold', async () => {
    const database = await open();
    const tickets = new TicketStore(database, movingClock().now);
    for (const [index, subject] of ['Åtgärda nyckeln', '100 % av platserna', 'Keys'].entries())
      await tickets.save(buildDraft({ key: `draft-${index}`, subject, details: '' }));
    const search = new TicketSearchStore(database);
    const subjects = async (text: string) =>
      (await search.find({ text, limit: 10 })).map(({ subject }) => subject);
    expect(await subjects('åtgärda')).toEqual(['Åtgärda nyckeln']);
    expect(await subjects('100 %')).toEqual(['100 % av platserna']);
    expect(await subjects('k_y')).toEqual([]);
    expect(await subjects('KIM@contoso')).toHaveLength(3);
    expect(await subjects('T-1003')).toEqual(['Keys']);
    expect(await search.counts()).toMatchObject({ open: 3, solved: 0 });
    expect(await search.channels()).toEqual(['webchat']);
    expect(await search.find({ before: 1003, limit: 1 })).toMatchObject([{ number: 1002 }]);
  });

  it('tells what has happened to a ticket, and whether the person has heard of it', async () => {
    const database = await open();
    const tickets = new TicketStore(database, movingClock().now);
    const { number } = await tickets.save(buildDraft());
    await tickets.change(number, { status: 'waiting', note: 'Which key?', by: 'kim' });
    expect(await new OutboxStore(database).changes(number)).toEqual([
      {
        change: { status: 'waiting', note: 'Which key?', by: 'kim' },
        ...{ at: '2026-05-20T10:00:00.000Z', toldAt: undefined, attempts: 0 },
      },
    ]);
  });

  it('counts why tickets came', async () => {
    const database = await open();
    const tickets = new TicketStore(database, movingClock().now);
    await tickets.save(buildDraft());
    const search = new TicketSearchStore(database);
    const reasons = await search.reasons('2026-05-20T00:00:00.000Z', '2026-05-21T00:00:00.000Z');
    expect([...reasons]).toEqual([[buildDraft().packet.reason, 1]]);
    const later = await search.reasons('2026-05-21T00:00:00.000Z', '2026-05-22T00:00:00.000Z');
    expect(later.size).toBe(0);
  });

  it('knows a session until it ends', async () => {
    const clock = movingClock();
    const sessions = new SessionStore(await open(), clock.now);
    const token = await sessions.begin({ id: 'kim', name: 'Kim' });
    expect(await sessions.find(token)).toEqual({ id: 'kim', name: 'Kim' });
    expect(await sessions.find(`${token}x`)).toBeUndefined();
    clock.pass(SESSION_HOURS * 3600);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('reads the figures of settled and of open conversations', async () => {
    const database = await open();
    const at = '2026-05-19T08:00:00.000Z';
    const shared = { channel: 'webchat', language: 'sv', day: '2026-05-19', conversation: 'chat' };
    const visit = (id: string, settled_at: string) => ({
      ...{ ...shared, id, person: 'kim', verdict: 'answered', asked: '[]', taken_back_at: null },
      ...{ started_at: at, last_at: at, closes_at: settled_at, outcome: 'assumed', settled_at },
    });
    const answer = (id: string, settled_at: string) => ({
      ...{ ...shared, id, visit: id, entry: 'keys.more', at, outcome: 'assumed', settled_at },
      ...{ helped: 0, comment: 'Nej', is_first: 1 },
    });
    const [past, ahead] = ['2026-05-20T08:00:00.000Z', '2026-05-21T08:00:00.000Z'];
    await database
      .insertInto('visit')
      .values([visit('1', past), visit('2', ahead)])
      .execute();
    await database
      .insertInto('shown_answer')
      .values([answer('1', past), answer('2', ahead)])
      .execute();
    const report = await new ReportStore(
      database,
      new LedgerStore(database, 'Europe/Stockholm'),
    ).read({
      ...{ from: '2026-05-01', to: '2026-05-20', now: '2026-05-20T10:00:00.000Z' },
    });
    expect(report.outcomes).toMatchObject({ assumed: 1, open: 1 });
    expect(report.byEntry).toMatchObject([{ entry: 'keys.more', shown: 2, unhelpful: 2 }]);
    expect(report.comments).toHaveLength(2);
  });
});
