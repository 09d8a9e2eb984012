import fc from 'fast-check';
import { SignJWT } from 'jose';
import { HttpAccountBackend } from '../../src/accounts/http-account-backend';
import { AccountClient } from '../../src/accounts/http/account-client';
import { createApiKeyCredentials } from '../../src/accounts/http/api-key-credentials';
import { parseClientActivity } from '../../src/channels/direct-line/activity';
import { DirectLineError } from '../../src/channels/direct-line/direct-line-error';
import { Tokens } from '../../src/channels/direct-line/tokens';
import { loadConfig, SETTING_NAMES } from '../../src/config';
import { ConfigError } from '../../src/core/errors';
import { HttpError } from '../../src/server/http-error';
import { acceptedTags } from '../../src/server/site-languages';
import { createVisitorVerifier } from '../../src/server/visitor-verifier';
import { rangeOf } from '../../src/support-page/overview/range';
import { toCsv } from '../../src/support-page/parts/csv';
import { readTicketQuery, toAddress } from '../../src/support-page/tickets/ticket-query';
import { createWebhookBackend } from '../../src/support/tickets/webhook-backend';
import { buildAccount, buildActionPack, granted } from '../accounts/builders';
import { buildDraft } from '../support-desk/ticket-desk';
import { expectAlways } from '../support/expect-always';
import { anyJson, anyText, changed } from './any-json';

const now = () => new Date('2026-11-22T12:00:00Z');
const seconds = now().getTime() / 1000;

/** What a border did: gave something, or refused as it says it does; anything else is thrown on. */
async function outcome<T>(
  attempt: () => T | Promise<T>,
  ...refusals: readonly (new (...parts: never[]) => Error)[]
): Promise<T | Error> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Error && refusals.some((kind) => error instanceof kind)) return error;
    throw error;
  }
}

describe('whatever comes', () => {
  it('as an activity is read as one or refused by the name of a field', async () => {
    const right = { type: 'message', text: 'hej', channelData: {}, attachments: [], entities: [] };
    await expectAlways(
      fc.asyncProperty(fc.oneof(anyJson, changed(right)), async (body) => {
        const read = await outcome(() => parseClientActivity(body), DirectLineError);
        expect(read instanceof Error ? read.message : `of type ${read.type}`).toMatch(
          /^(?:of type [^]|The activity can't be read: body)/,
        );
      }),
    );
  });

  it('as a token opens nothing that was not granted', async () => {
    const tokens = new Tokens(Buffer.alloc(32, 1), now);
    const good = await tokens.issue('access', { conv: 'c', user: 'u' });
    const spoilt = fc
      .tuple(fc.nat(good.length - 1), fc.constantFrom('', 'A', '.', '='))
      .map(([at, other]) => good.slice(0, at) + other + good.slice(at + 1));
    await expectAlways(
      fc.asyncProperty(fc.oneof(anyText, spoilt), async (text) => {
        const grant = await outcome(() => tokens.verify('access', text), DirectLineError);
        expect(grant instanceof Error || text === good).toBe(true);
      }),
    );
  });

  it('as a visitor is known by what a site signed, or refused', async () => {
    const secret = 'the secret that we share with the site';
    const site = { issuer: 'https://a.example', audience: 'bot', key: { secret } };
    const used = { useOnce: (_: string, end: Date) => Promise.resolve(end.toISOString() !== '') };
    const verify = createVisitorVerifier({ sites: [site], now, used });
    const right = {
      ...{ iss: site.issuer, aud: 'bot', sub: 'anna', jti: '1', iat: seconds },
      ...{ exp: seconds + 60, name: 'Anna' },
    };
    const instant = fc.constantFrom(0, -1, 1e15, 1e300, seconds + 1e9).map((exp) => ({ exp }));
    const claims = fc.oneof(
      changed(right),
      instant.map((exp) => ({ ...right, ...exp })),
    );
    await expectAlways(
      fc.asyncProperty(claims, async (payload) => {
        const signed = new SignJWT(payload as Record<string, unknown>);
        const token = await signed
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode(secret));
        const visitor = await outcome(() => verify(token), HttpError);
        expect(visitor instanceof Error ? site.issuer : visitor.issuer).toBe(site.issuer);
      }),
    );
  });

  it('as a query asks for days in order and for tickets that an address can ask for again', () => {
    const names = ['from', 'to', 'tab', 'language', 'channel', 'text', 'before'];
    const query = fc.array(fc.tuple(fc.constantFrom(...names), anyText), { maxLength: 6 });
    expectAlways(
      fc.property(query, (pairs) => {
        const { from, to } = rangeOf(new URLSearchParams(pairs), '2026-05-20');
        expect(['2000-01-01', from, to, '2026-05-20'].sort()).toEqual([
          ...['2000-01-01', from, to, '2026-05-20'],
        ]);
        const asked = readTicketQuery(new URLSearchParams(pairs));
        const again = new URL(toAddress(asked), 'http://localhost').searchParams;
        expect(readTicketQuery(again)).toEqual(asked);
        // As much as a database's integer holds.
        expect(asked.before ?? 0).toBeLessThan(2 ** 31);
      }),
    );
  });

  it('as a wish for languages is a list, the most wanted first', () => {
    const header = fc.array(fc.oneof(anyText, fc.constantFrom('sv;q=0.9', 'en', '*;q=x', ';;')));
    expectAlways(
      fc.property(header, (parts) => {
        expect(acceptedTags(parts.join(',')).length).toBeGreaterThanOrEqual(1);
        expect(acceptedTags(`sv;q=0.5,${parts.join(',')},en`)).toContain('en');
      }),
    );
  });

  it('stands in a CSV as it was, each line as wide, and is no formula', () => {
    const cells = fc.array(fc.tuple(anyText, anyText), { maxLength: 4 });
    expectAlways(
      fc.property(cells, fc.constantFrom('en-GB', 'sv-SE'), (rows, locale) => {
        const table = {
          ...{ name: 't', caption: '' },
          columns: ['a', 'b'].map((label) => ({ label, kind: 'text' as const })),
          rows: rows.map((row) => row.map((value) => ({ value, href: undefined }))),
        };
        const file = toCsv(table, { locale, timeZone: 'Europe/Stockholm' });
        const [, ...read] = readCsv(file.slice(1), locale === 'sv-SE' ? ';' : ',');
        const plain = read.map((row) =>
          row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')),
        );
        expect(plain).toEqual(rows);
        expect(read.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('from an account server is an account, or says that there is none to be had', async () => {
    const right = { ...buildAccount({ memberships: granted(buildActionPack()) }) };
    const answers = fc.oneof(anyJson, changed(right));
    const status = fc.constantFrom(200, 200, 200, 204, 304, 400, 401, 403, 404, 429, 500, 599);
    await expectAlways(
      fc.asyncProperty(answers, status, anyText, async (answer, code, after) => {
        const empty = [204, 304].includes(code);
        const headers = { 'Retry-After': after.replace(/[^ -~]/g, '') };
        const answering = () =>
          Promise.resolve(
            new Response(empty ? null : JSON.stringify(answer), { status: code, headers }),
          );
        const credentials = createApiKeyCredentials('key');
        const client = new AccountClient({
          ...{ baseUrl: 'http://a.example', credentials, fetch: answering, now },
        });
        const backend = new HttpAccountBackend({ client, now, deadline: 200 });
        const found = await backend.find({ provider: 'website', issuer: 'i', subject: 's' });
        const expected = ['known', 'unavailable', 'unknown', 'forbidden'];
        expect(expected).toContain(found.status);
        expect(found.status === 'known' ? code : 200).toBe(200);
      }),
      60,
    );
  });

  it('from a ticket desk tells a reference or nothing, and loses no ticket', async () => {
    const at = now().toISOString();
    const ticket = {
      ...{ ...buildDraft(), number: 1001, createdAt: at, updatedAt: at },
      status: 'open' as const,
    };
    const answers = fc.oneof(
      anyJson.map((value) => JSON.stringify(value)),
      anyText.map((reference) => JSON.stringify({ reference })),
      anyText,
    );
    await expectAlways(
      fc.asyncProperty(answers, async (body) => {
        const answering = () => Promise.resolve(new Response(body));
        const desk = { url: 'http://a.example', secret: 's', fetch: answering, now };
        const { reference } = await createWebhookBackend(desk).deliver(ticket);
        expect(reference?.length ?? 0).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('in the environment is a setting, or named with what it must be', async () => {
    const environment = fc.dictionary(fc.constantFrom(...SETTING_NAMES), anyText, { maxKeys: 6 });
    await expectAlways(
      fc.asyncProperty(environment, async (settings) => {
        const config = await outcome(() => loadConfig(settings), ConfigError);
        if (!(config instanceof Error)) return;
        const lines = config.message.split('\n').slice(1);
        const fault = new RegExp(
          `^  (?:${SETTING_NAMES.join('|')}): .+ \\(see \\.env\\.example\\)$`,
        );
        expect(lines.filter((line) => !fault.test(line))).toEqual([]);
      }),
    );
  });
});

/** The cells of each line of a CSV. */
function readCsv(text: string, delimiter: string): string[][] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n)`,
    'gy',
  );
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
