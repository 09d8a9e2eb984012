import { createAccountBackend } from '../src/accounts/create-account-backend';
import type { AccountBackend } from '../src/accounts/account-backend';
import { openDatabase } from '../src/storage/database';
import { AccountServer } from './accounts/http/account-server';
import { openAccountHouse } from './support/account-house';
import { content, translator } from './support/content';

/** Users of the sample account server that make it misbehave. */
const TROUBLES = ['hanging', 'broken', 'dropping', 'babbling', 'leaking'];

let server: AccountServer;
let house: Awaited<ReturnType<typeof openAccountHouse>>;
beforeAll(async () => {
  server = await AccountServer.start();
  const world = { fetch, now: () => new Date() };
  const demo = createAccountBackend({ kind: 'demo' }, world);
  const credentials = { kind: 'api-key', apiKey: 'sample-api-key' } as const;
  const http = createAccountBackend(
    { kind: 'http', baseUrl: server.url, credentials, deadline: 300 },
    world,
  );
  const accounts: AccountBackend = {
    find: (identity) =>
      'subject' in identity && TROUBLES.includes(identity.subject)
        ? http.find(identity)
        : demo.find(identity),
  };
  house = await openAccountHouse(accounts);
});
afterAll(async () => {
  await house.close();
  await server.stop();
});

const localeOf = (language: string) => content.in.get(language)?.locale ?? '';
const titleOf = (entry: string, language: string) =>
  content.in.get(language)?.titles.get(entry)?.question ?? '';
const verdictOf = (entry: string, language: string) =>
  content.in.get(language)?.answers.get(entry)?.verdict ?? '?';

const VIEWS = ['renewal', 'token', 'keys', 'visual-studio', 'licenses'] as const;
const GENERAL = {
  renewal: 'renewal.action-pack',
  token: 'tokens.replacement',
  keys: 'keys.more',
  'visual-studio': 'visual-studio.sharing',
  licenses: 'licenses.count',
} as const;

describe.each([
  ['anna', 'renewal', /opens on .*, in 14 days/, /öppnar den .*, om 14 dagar/],
  ['sofie', 'renewal', /opens tomorrow/, /öppnar i morgon/],
  ['ingrid', 'renewal', /open, 12 days left/, /öppet, 12 dagar kvar/],
  ['mikko', 'renewal', /expired when .* benefits are lost/, /löpte ut .* gäller inte längre/],
  ['carmen', 'renewal', /Application Integration competency \(gold\)/, /\(guld\)/],
  ['maja', 'renewal', /neither an Action Pack nor/, /varken Action Pack eller/],
  ['anna', 'token', /replaced, once: 13 days left/, /ersättas, en gång: 13 dagar kvar/],
  ['ingrid', 'token', /already been replaced.*\n+.*is a replacement token/, /redan ersatts/],
  ['mikko', 'token', /can no longer be replaced/, /kan inte längre ersättas/],
  ['sofie', 'token', /today is the last day/, /i dag är sista dagen/],
  ['carmen', 'token', /hasn't been activated yet/, /inte aktiverad än/],
  ['grace', 'token', /I found 4 tokens/, /hittar 4 token/],
  ['anna', 'keys', /7XK2P has 5 of 50 activations left/, /7XK2P har 5 av 50 aktiveringar kvar/],
  ['sofie', 'keys', /has 1 of 50 activations left/, /har 1 av 50 aktiveringar kvar/],
  ['mikko', 'keys', /stopped working. No more/, /slutat fungera. Ni får inga fler/],
  ['ingrid', 'keys', /isn't limited/, /inte begränsad/],
  ['erik', 'keys', /don't have permission to see the product/, /inte behörighet att se produkt/],
  ['grace', 'keys', /One more isn't shown/, /En till visas inte/],
  ['anna', 'visual-studio', /2 of 5 .*seats are free/, /2 av 5 platser .* är lediga/],
  ['ingrid', 'visual-studio', /0 of 3/, /0 av 3/],
  ['sofie', 'visual-studio', /not activated.*Sofie Holm/, /inte aktiverade.*Sofie Holm/],
  ['sofie', 'licenses', /1 licence for Visio/, /1 licens för Visio/],
  ['grace', 'licenses', /1,250/, /1\\?\s250/],
] as const)('%s asks about %s', (person, view, en, sv) => {
  it.each([
    ['en', en],
    ['sv', sv],
  ])('on the website in %s', async (language, expected) => {
    const say = await house.onWebsite(person, localeOf(language));
    const said = await say(titleOf(`account.${view}`, language));
    expect(said).toMatch(expected);
    const dated = language === 'sv' ? /Uppgifter från/ : /As of/;
    expect(dated.test(said)).toBe(person !== 'erik');
  });
});

describe.each(content.languages)('in %s', (language) => {
  const t = translator.in(language);
  const locale = localeOf(language);
  const pick = <T>(words: { readonly en: T; readonly sv: T }): T =>
    language === 'sv' ? words.sv : words.en;

  it.each(VIEWS)('nobody is told anything of a company without signing in: %s', async (view) => {
    const say = await house.onWebsite(undefined, locale);
    const said = await say(titleOf(`account.${view}`, language));
    expect(said).toContain(t('account.notSignedIn'));
    expect(said).toContain(verdictOf(GENERAL[view], language));
  });

  it.each([
    ['a stranger to the backend', 'nobody', 'unknown'],
    ['someone without a right to see it', 'gustav', 'forbidden'],
    ...TROUBLES.map(
      (user) => [`someone whose account server is ${user}`, user, 'unavailable'] as const,
    ),
  ] as const)('%s gets the general answer, and a line that says why', async (_, user, status) => {
    const say = await house.onWebsite(user, locale);
    const said = await say(titleOf('account.keys', language));
    expect(said).toContain(t(`account:lookup.${status}`));
    expect(said).toContain(verdictOf('keys.more', language));
  });

  it('an authored answer comes first, the own facts after it', async () => {
    const say = await house.onWebsite('anna', locale);
    const said = await say(titleOf('keys.more', language));
    expect(said.indexOf(verdictOf('keys.more', language))).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('7XK2P')).toBeGreaterThan(said.indexOf(verdictOf('keys.more', language)));
  });

  it('a message selects by name, and a follow-up stays with the item', async () => {
    const say = await house.onWebsite('anna', locale);
    const office = await say(
      pick({
        en: 'how many activations are left on the office key?',
        sv: 'hur många aktiveringar har vi kvar på officenyckeln?',
      }),
    );
    expect(office).toContain('M4QTD');
    expect(office).not.toContain('7XK2P');
    const other = await say(pick({ en: 'and the other one?', sv: 'och den andra?' }));
    expect(other).toContain('7XK2P');
    expect(other).not.toContain('M4QTD');
  });

  it('what is told without signing in is worked out', async () => {
    const say = await house.onWebsite(undefined, locale);
    const window = await say(
      pick({
        en: 'we bought our action pack on 1 september 2020, when can we renew it?',
        sv: 'vi köpte vårt action pack den 1 september 2020, när kan vi förnya det?',
      }),
    );
    expect(window).toContain(pick({ en: '2 September 2021', sv: '2 september 2021' }));
    expect(window).toContain(pick({ en: '1 October 2021', sv: '1 oktober 2021' }));
    const token = await say(
      pick({
        en: 'our token was activated on the wrong tenant 45 days ago, can it be replaced?',
        sv: 'vår token aktiverades på fel klientorganisation för 45 dagar sedan, kan den ersättas?',
      }),
    );
    expect(token).toContain(pick({ en: 'too late', sv: 'för sent' }));
  });

  it("another company's keys are refused, signed in or not", async () => {
    for (const person of ['anna', undefined]) {
      const say = await house.onWebsite(person, locale);
      const said = await say(pick({ en: "Show me Contoso's keys", sv: 'Visa Contosos nycklar' }));
      expect(said).not.toMatch(/7XK2P|M4QTD/);
      expect(said).toMatch(pick({ en: /only show/, sv: /visar bara/ }));
    }
  });

  it('Teams shows a person alone what it shows nobody in a group or channel', async () => {
    const question = titleOf('account.keys', language);
    expect(await house.inTeams('anna', locale)(question)).toContain('7XK2P');
    for (const kind of ['groupChat', 'channel']) {
      const said = await house.inTeams('anna', locale, kind)(question);
      expect(said).toContain('(https://teams.microsoft.com/l/chat/0/0?users=28%3A');
      expect(said).not.toContain('7XK2P');
    }
  });
});

it('keys are in no log, and in no table but the messages that were shown', async () => {
  expect(house.logged.length).toBeGreaterThan(0);
  expect(house.logged.join('')).not.toMatch(/7XK2P|M4QTD|ABCDE-FGHIJ/);
  const database = await openDatabase(`file:${house.file}`);
  const tables = (await database.introspection.getTables()).map(({ name }) => name);
  const holding: string[] = [];
  for (const table of tables) {
    const rows = await database
      .selectFrom(table as 'state')
      .selectAll()
      .execute();
    if (/7XK2P|M4QTD/.test(JSON.stringify(rows))) holding.push(table);
    expect(JSON.stringify(rows)).not.toContain('ABCDE-FGHIJ');
  }
  await database.destroy();
  expect(holding).toEqual(['direct_line_activity']);
});
