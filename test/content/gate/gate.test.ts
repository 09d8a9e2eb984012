import { join } from 'node:path';
import { formatFault } from '../../../src/content/fault';
import { remember } from '../../../src/core/remember';
import { inspectContent, type GateTools } from '../../../src/content/gate/gate';
import { loadSpelling } from '../../../src/content/gate/spelling';
import { recordFile } from '../../../src/content/import/import-article';
import { ContentFolder } from '../../support/content-folder';

const project = join(__dirname, '../../..');
/** Loading takes seconds, and the dictionaries don't change; nor does what they say of a word. */
const spelling = new Map(
  ['en', 'sv'].map((key) => {
    const loaded = loadSpelling(project, key);
    const isKnown = remember((word) => loaded?.isKnown(word), { limit: 100_000 });
    return [key, { isKnown: (word: string) => isKnown(word) ?? false }];
  }),
);

function inspect(root: string, tools: Partial<GateTools> = {}): string[] {
  const { faults } = inspectContent(root, {
    today: '2026-12-01',
    spelling: (language) => spelling.get(language),
    confusions: () => [],
    ...tools,
  });
  return faults.map((fault) => `${fault.severity ?? 'fault'} ${formatFault(fault)}`);
}

type Seed = (folder: ContentFolder) => unknown;
const folder = new ContentFolder();
afterEach(() => {
  folder.restore();
});

const KEYS_EN = 'locales/en/faq/keys.json';
const KEYS_SV = 'locales/sv/faq/keys.json';
const MORE = 'dialogs/keys/more.json';
const SAID_EN = 'locales/en/utterances/keys.json';
const LINKS = 'dialogs/links.json';

describe('the gate', () => {
  it('finds no fault in the content as it is', () => {
    expect(inspect(project)).toEqual([]);
  });

  it.each<[string, Seed, RegExp]>([
    [
      'broken JSON',
      (f) => f.replace(KEYS_EN, '"short": "More', '"short" "More'),
      /keys\.json:12: not JSON: ColonExpected/,
    ],
    [
      'a file that is missing',
      (f) => f.replace('dialogs/topics.json', /[^]*/, ''),
      /topics\.json:1: not JSON/,
    ],
    [
      'a key that nobody knows',
      (f) => f.replace(KEYS_EN, '"verdict": "No.', '"verdikt": "No.'),
      /keys\.json:10: more: .*verdikt/,
    ],
    [
      'an empty text',
      (f) => f.replace(KEYS_EN, 'More product keys', ' '),
      /keys\.json:12: more\.short: must not be empty/,
    ],
    [
      'a missing twin',
      (f) => f.replace(KEYS_SV, /,\s*"more": [^]*/, '}'),
      /fault locales\/sv\/faq\/keys\.json: keys\.more has no text/,
    ],
    [
      'a text that one language lacks',
      (f) => f.replace('locales/sv/bot.json', '"readMore"', '"readMoore"'),
      /locales\/sv\/bot\.json:\d+: bot\.answer\.readMore is missing; en has it/,
    ],
    [
      'another placeholder',
      (f) => f.replace('locales/sv/bot.json', '{{topic}}', '{{tema}}'),
      /sv\/bot\.json:\d+: bot\.menu\.topic has tema; en has topic/,
    ],
    [
      'an answer of another shape',
      (f) => f.replace(KEYS_SV, '"paragraphs"', '"steps"'),
      /sv\/faq\/keys\.json:2: keys\.required has 0 paragraphs, 1 steps; en has 1 paragraphs, 0 steps/,
    ],
    [
      'a dead related entry',
      (f) => f.replace(MORE, 'keys.required', 'keys.requested'),
      /more\.json:5: related: there is no entry keys\.requested/,
    ],
    [
      'a dead account view',
      (f) => f.replace(MORE, '"account": "account.keys"', '"account": "account.kys"'),
      /more\.json:6: account: there is no entry account\.kys/,
    ],
    [
      'an account view that is none',
      (f) => f.replace(MORE, '"account": "account.keys"', '"account": "keys.required"'),
      /more\.json:6: account: keys\.required shows no account state/,
    ],
    [
      'a link that nobody knows',
      (f) => f.replace(MORE, '["guide"]', '["gide"]'),
      /more\.json:4: links: dialogs\/links\.json has no gide/,
    ],
    [
      'a link without a label',
      (f) => f.replace('locales/sv/links.json', /\s*"guide": .*\n/, '\n'),
      /links: locales\/sv\/links\.json has no label for guide/,
    ],
    [
      'a link that is not https',
      (f) => f.replace(LINKS, 'https://aka', 'http://aka'),
      /links\.json:3: guide\.url: must be an https address/,
    ],
    [
      'a link with a fixed locale',
      (f) => f.replace(LINKS, '{locale}/partner-center/merge', 'en-us/partner-center/merge'),
      /links\.json:\d+: merge-accounts: \/en-us is one language for all/,
    ],
    [
      'a link without a locale',
      (f) => f.replace(LINKS, '{locale}/partner-center/merge', 'partner-center/merge'),
      /merge-accounts: learn\.microsoft\.com needs \/{locale}\//,
    ],
    [
      'an address in a text',
      (f) => f.replace(KEYS_EN, 'No. When', 'See aka.ms/keys. When'),
      /keys\.json:13: more\.verdict: the address aka\.ms\/keys\. belongs/,
    ],
    [
      'a menu item that is none',
      (f) => f.replace('dialogs/topics.json', 'keys.more', 'keys.lost'),
      /topics\.json:\d+: there is no entry keys\.lost/,
    ],
    [
      'an entry that no topic lists',
      (f) => f.replace('dialogs/topics.json', ', "keys.more"', ''),
      /more\.json:3: kind: no topic/,
    ],
    [
      'a source that nobody knows',
      (f) => f.replace(MORE, 'mpn-benefits-faq', 'mpn'),
      /more\.json:7: source: dialogs\/sources\.json has no mpn/,
    ],
    [
      'a title of two entries',
      (f) => f.replace(KEYS_EN, 'When a key is needed', 'More product keys'),
      /keys\.json:\d+: keys\.more and keys\.required share the title/,
    ],
    [
      'no utterances',
      (f) => f.replace(SAID_EN, '"more": [', '"moore": ['),
      /utterances\/keys\.json:\d+: there is no entry keys\.moore/,
    ],
    [
      'too few utterances',
      (f) => f.replace(SAID_EN, /("more": \[\s*"[^"]*")[^\]]*/, '$1'),
      /utterances\/keys\.json:\d+: keys\.more has 1 utterances, it needs 20/,
    ],
    [
      'an utterance under two entries',
      (f) => f.replace(SAID_EN, '"more": [', '"more": ["install without key!",'),
      /utterances\/keys\.json:\d+: "install without key!" stands under keys\.more and keys\.required/,
    ],
    [
      'an answer too long for a card',
      (f) => f.replace(KEYS_EN, 'No. When', `${'No more keys. '.repeat(80)}When`),
      /keys\.json:\d+: keys\.more: the answer has \d+ characters, a card holds 900/,
    ],
    [
      'a title too long for a button',
      (f) =>
        f.replace(KEYS_EN, 'More product keys', 'More and more and more and more product keys'),
      /keys\.json:12: keys\.more: the short title has 44 characters/,
    ],
    [
      'an English misspelling',
      (f) => f.replace(KEYS_EN, 'No. When', 'No. Wehn'),
      /keys\.json:13: "Wehn" is not a word/,
    ],
    [
      'a Swedish misspelling',
      (f) => f.replace(KEYS_SV, 'förbrukade', 'förbrukadde'),
      /sv\/faq\/keys\.json:\d+: "förbrukadde" is not a word/,
    ],
    [
      'a text still to be translated',
      (f) => f.replace(KEYS_SV, 'Nej, ', '[untranslated] Nej, '),
      /sv\/faq\/keys\.json:13: 1 texts still to be translated/,
    ],
  ])('catches %s', (_, seed, expected) => {
    seed(folder);
    const faults = inspect(folder.root);
    expect(faults).toContainEqual(expect.stringMatching(expected));
    expect(faults.every((fault) => fault.startsWith('fault '))).toBe(true);
  });

  it('warns of a review that is due, and fails a month later', () => {
    const late = folder.replace(MORE, '2027-05-22', '2026-11-30').root;
    const found = 'dialogs/keys/more.json:9: keys.more was due for review on 2026-11-30';
    expect(inspect(late, { today: '2026-11-30' })).toEqual([]);
    expect(inspect(late, { today: '2026-12-30' })).toEqual([`warning ${found}`]);
    expect(inspect(late, { today: '2026-12-31' })).toEqual([`fault ${found}`]);
  });

  it('warns of an answer whose source has changed', () => {
    const file = recordFile('mpn-benefits-faq');
    folder.replace(file, /("keys\.more": \{)/, '$1 "changed": "2026-11-30",');
    expect(inspect(folder.root)).toEqual([
      expect.stringMatching(
        /^warning .*mpn-benefits-faq\.json:\d+: keys\.more: its source has changed, seen on 2026-11-30; review it in en and sv/,
      ),
    ]);
  });

  it('warns of a link that no entry uses', () => {
    folder
      .replace(LINKS, '{', '{ "spare": { "url": "https://example.com" },')
      .replace('locales/en/links.json', '{', '{ "spare": "Spare",')
      .replace('locales/sv/links.json', '{', '{ "spare": "Reserv",');
    expect(inspect(folder.root)).toEqual([
      expect.stringMatching(/^warning dialogs\/links\.json:1: spare/),
    ]);
  });

  it('names every fault at once, without the echoes of a broken file', () => {
    folder
      .replace(MORE, '"kind": "faq"', '"kind": "fact"')
      .replace('locales/sv/links.json', '{', '')
      .replace(KEYS_EN, 'When a key is needed', 'Wehn a key is needed');
    const faults = inspect(folder.root);
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).toMatch(
      /more\.json:3: kind: [^]*links\.json:\d+: not JSON[^]*"Wehn"/,
    );
  });
});

describe('an utterance that is nearer to another entry', () => {
  const confusion = { language: 'en', text: 'install without key', entry: 'keys.required' };
  const find = (other: string, lead: number, entry = 'keys.required') =>
    inspect(project, { confusions: () => [{ ...confusion, entry, other, lead }] });
  const found =
    'locales/en/utterances/keys.json:3: keys.required: "install without key" is nearer to keys.more';

  it('is a fault when it is far nearer, a warning when it is nearer', () => {
    expect(find('keys.more', 3)).toEqual([`fault ${found}`]);
    expect(find('keys.more', 1.5)).toEqual([`warning ${found}`]);
    expect(find('keys.more', 0.5)).toEqual([]);
  });

  it('is natural for what lies outside, and between a question in general and one of a company', () => {
    expect(find('none', 3)).toEqual([]);
    expect(find('keys.more', 3, 'account.keys')).toEqual([]);
    expect(find('account.keys', 3, 'keys.more')).toEqual([]);
  });
});

it('has no spelling for a language without a list or with a dictionary that is not installed', () => {
  folder.replace('locales/en/spelling.txt', 'dictionary-en-gb', 'no-dictionary');
  expect(loadSpelling(folder.root, 'en')).toBeUndefined();
  expect(loadSpelling(folder.root, 'nb')).toBeUndefined();
  expect(inspect(project, { spelling: () => undefined })).toEqual(
    ['en', 'sv'].map((key) => `warning locales/${key}/spelling.txt: names no installed dictionary`),
  );
});
