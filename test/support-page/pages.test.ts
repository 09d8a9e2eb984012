import { TABLE_RULES } from '../../src/privacy/table-rules';
import { ticketName } from '../../src/core/ticket';
import { buildDraft } from '../support-desk/ticket-desk';
import { SupportBrowser } from './support-browser';
import { HASH, PASSWORD } from './support-password';
import { content } from '../support/content';
import { startSupport, type SupportServer } from './support-server';

const ATTACK = `<script>alert(1)</script><img src=x onerror=alert(2)>" onmouseover='x' [a](javascript:x) ![b](https://evil.example/c)`;
const WORDS = buildDraft().packet;

let server: SupportServer;
let browser: SupportBrowser;
beforeAll(async () => {
  server = await startSupport({ SUPPORT_PASSWORD_HASH: HASH });
  browser = new SupportBrowser(server.url);
  await browser.signIn(PASSWORD);
});
afterAll(() => server.close());

/** A ticket in which everything that can hold a person's words holds an attack. */
async function saveAttack(): Promise<string> {
  const line = { from: 'person', text: ATTACK, at: '2026-05-20T09:59:00.000Z' } as const;
  const ticket = await server.desk.ticketStore.save({
    ...buildDraft({ key: 'attack', subject: `=1+1 ${ATTACK}`, details: ATTACK }),
    ...{ email: '"><b>@x.example', channel: '<i>', language: 'sv', person: 'person-2' },
    packet: {
      ...{ ...WORDS, transcript: [line, { ...line, from: 'bot', text: `**No.** ${ATTACK}` }] },
      candidates: [{ intent: '<u>', score: 0.4 }],
      account: { company: ATTACK, lines: [ATTACK], asOf: line.at },
    },
  });
  return ticketName(ticket);
}

/** Tags that no page of ours has, and an attribute that has broken out of its quotes. */
function foreignMarkup(html: string): readonly string[] {
  return (
    html.match(/<script(?! src="\/webchat\/assets\/)|<img|<i>|<u>|<b>|["'] onmouseover=/g) ?? []
  );
}

describe('what people typed', () => {
  it('is shown as text on every page that has it', async () => {
    const name = await saveAttack();
    const pages = ['/support/tickets?tab=all', `/support/tickets/${name}`];
    for (const path of pages) {
      const { html, status } = await browser.page(path);
      expect(status).toBe(200);
      expect(html).toContain('&lt;script&gt;alert(1)');
      expect(foreignMarkup(html)).toEqual([]);
      expect(html).not.toMatch(/href="(javascript|https:\/\/evil)/);
    }
    expect((await browser.page(pages[1] ?? '')).html).toContain('<strong>No.</strong>');
  });

  it('is no formula in a file', async () => {
    const file = await (await browser.get('/support/tickets.csv?tab=all')).text();
    expect(file).toContain(`"'=1+1`);
  });

  it.each(['/support/tickets?text=', '/support/people?name=', '/support?from=', '/support/x'])(
    'is text when it comes back from the address %s',
    async (path) => {
      const { html } = await browser.page(path + encodeURIComponent(ATTACK));
      expect(foreignMarkup(html)).toEqual([]);
    },
  );
});

describe('tickets', () => {
  it.each([
    ['kim@contoso.example', undefined],
    ['åsa.öberg@contoso.example', undefined],
    ['k\u0456m@c\u03bfntoso.example', '\u0456 \u03bf'],
  ])('mark letters of another script in the address %s', async (email, letters) => {
    const draft = buildDraft({ key: `from ${email}`, email });
    const { html } = await browser.page(
      `/support/tickets/${ticketName(await server.desk.ticketStore.save(draft))}`,
    );
    expect(html).toContain(`>${email}</a>`);
    expect(/Not all of its letters are Latin: (.*)/.exec(html)?.[1]?.trim()).toBe(letters);
  });

  /** The hidden fields of a ticket's form. */
  const formOf = async (path: string): Promise<Record<string, string>> => {
    const { html } = await browser.page(path);
    const fields = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
    return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
  };

  it.each([
    ['', ['T-1001']],
    ['?text=t-1001', ['T-1001']],
    ['?text=ACTIVATIONS', ['T-1001']],
    ['?text=100%25', []],
    ['?tab=solved', []],
    ['?language=sv', []],
    ['?channel=webchat&language=en', ['T-1001']],
    ['?tab=nonsense&before=nonsense', ['T-1001']],
  ])('are found by %j', async (query, expected) => {
    await server.database.deleteFrom('outbox').execute();
    await server.database.deleteFrom('ticket').execute();
    await server.desk.ticketStore.save(buildDraft());
    const { html } = await browser.page(`/support/tickets${query}`);
    const found = [...html.matchAll(/<a href="\/support\/tickets\/(T-\d+)"/g)].map(
      ([, name]) => name,
    );
    expect(found).toEqual(expected);
  });

  it('change once, however often the form is sent, and the person is told in the own language', async () => {
    const { number } = await server.desk.ticketStore.save(
      buildDraft({ key: 'told', language: 'sv' }),
    );
    const path = `/support/tickets/T-${number}`;
    const form = { ...(await formOf(path)), status: 'waiting', note: 'Vilken <nyckel>?' };
    for (const click of ['first', 'second']) {
      const changed = await browser.post(path, form);
      expect([click, changed.headers.get('location')]).toEqual([click, `${path}?done=changed`]);
    }
    const nothingNew = { ...(await formOf(path)), status: 'waiting', note: '' };
    expect((await browser.post(path, nothingNew)).status).toBe(400);
    expect((await browser.page(path)).html).toContain('Not told yet: 0 attempts');
    await server.desk.outbox.deliverDue();
    expect(server.told.map(({ ticket, change }) => [ticket.number, change])).toEqual([
      [number, { status: 'waiting', note: 'Vilken <nyckel>?', by: 'password' }],
    ]);
    const { html } = await browser.page(path);
    expect(html).toContain('Vilken &lt;nyckel&gt;?');
    expect(html).toContain('Told on their channel');
  });

  it('are changed by the first of two supporters who save at once; the second is told, and loses no word', async () => {
    const { number } = await server.desk.ticketStore.save(buildDraft({ key: 'contested' }));
    const path = `/support/tickets/T-${number}`;
    const form = await formOf(path);
    const answers = await Promise.all([
      browser.post(path, { ...form, status: 'solved', note: 'Take <this> key.' }),
      browser.post(path, { ...form, status: 'waiting', note: 'Which <one>?' }),
    ]);
    const second = answers.find(({ status }) => status === 409);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await second?.text()).toMatch(/somebody else has changed[\s\S]*&lt;(this|one)&gt;/);
    expect(await server.desk.jobs.changes(number)).toHaveLength(1);
  });

  it('show what the person adds, as text, and that it waits to be read', async () => {
    const { number } = await server.desk.ticketStore.save(buildDraft({ key: 'added' }));
    const path = `/support/tickets/T-${number}`;
    const form = { ...(await formOf(path)), status: 'solved', note: '' };
    await server.desk.outbox.deliverDue();
    server.clock.pass(1);
    await server.desk.tickets.add('person-1', number, { key: 'add-1', text: ATTACK });
    const { html } = await browser.page(path);
    expect(html).toContain('What the person has added');
    expect(html).toContain('The desk has it since');
    expect(foreignMarkup(html)).toEqual([]);
    expect((await browser.page('/support/tickets')).html).toContain('New, new message');
    const late = await browser.post(path, form);
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining('or the person has added to it'),
    ]);
  });

  it.each([{ status: 'lost' }, { status: 'solved', note: 'x'.repeat(2001) }, {}])(
    'refuse %j',
    async (fields) => {
      const { number } = await server.desk.ticketStore.save(buildDraft({ key: 'refused' }));
      const path = `/support/tickets/T-${number}`;
      const answer = await browser.post(path, { ...(await formOf(path)), ...fields });
      expect(answer.status).toBe(400);
      expect((await server.desk.ticketStore.find(number))?.status).toBe('open');
    },
  );

  it('that nobody has sent are not there', async () => {
    expect((await browser.page('/support/tickets/T-9999')).status).toBe(404);
  });
});

describe("people's data", () => {
  it('names every table that holds some, in every language', () => {
    const owned = Object.entries(TABLE_RULES).filter(([, { owner }]) => owner !== undefined);
    for (const { words } of content.in.values())
      expect(words['support-page']).toMatchObject({
        people: { table: Object.fromEntries(owned.map(([table]) => [table, expect.any(String)])) },
      });
  });

  it('is shown, given as a file, and erased after a second yes', async () => {
    const reference = {
      channelId: 'webchat',
      user: { id: 'user-7' },
      conversation: { id: 'chat-7' },
    };
    const { number } = await server.desk.ticketStore.save(
      buildDraft({ key: 'person', person: 'person-7', reference: JSON.stringify(reference) }),
    );
    const name = `T-${number}`;
    const { html, formKey } = await browser.page(`/support/people?name=${name}`);
    expect(html).toContain('<dt>Tickets</dt>');
    const file = await browser.post('/support/people', { formKey, name, action: 'export' });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.json"$/);
    expect(await file.json()).toMatchObject({ ticket: [{ number }] });
    const unsure = await browser.post('/support/people', { formKey, name, action: 'erase' });
    expect(unsure.status).toBe(400);
    const sure = { formKey, name, action: 'erase', sure: 'yes' };
    expect(await (await browser.post('/support/people', sure)).text()).toContain(name);
    expect(await server.desk.ticketStore.find(number)).toMatchObject({ details: '' });
    const erased = await browser.page(`/support/tickets/${name}`);
    expect(erased.html).toContain('Erased on request');
    expect(erased.html).not.toContain('name="status"');
  });
});

describe('content', () => {
  it('is shown as the bot answers it, in every language', async () => {
    const { html } = await browser.page('/support/content/tokens.split');
    expect(html).toContain('This is what people get now');
    for (const { titles, locale } of content.in.values()) {
      expect(html).toContain(`lang="${locale}"`);
      expect(html).toContain(titles.get('tokens.split')?.question);
    }
    expect((await browser.page('/support/content/no.entry')).status).toBe(404);
  });
});

describe('figures', () => {
  it.each([
    'by-day',
    'by-language',
    'by-channel',
    'by-entry',
    'low-rated',
    'escalations',
    'reasons',
    'comments',
  ])('of %s are a file', async (name) => {
    const file = await browser.get(`/support/figures/${name}.csv?from=2026-05-01&to=2026-05-20`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain(`${name}-2026-05-01-2026-05-20.csv`);
  });
});
