import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyExchange } from '../../../src/content/exchange/apply-exchange';
import { contentToExchange } from '../../../src/content/exchange/content-to-exchange';
import type { ExchangeEntry } from '../../../src/content/exchange/exchange-format';
import { jsonText } from '../../../src/content/json-text';
import { loadContent } from '../../../src/content/load-content';

const root = join(__dirname, '../../..');
const content = loadContent(root);
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const read = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;

/** Applies the Swedish entries as they are, one of them changed. */
function applyChanged(id: string, change: (entry: ExchangeEntry) => ExchangeEntry) {
  const entries = contentToExchange(content).get('sv') ?? [];
  const changed = entries.map((entry) => (entry.id === id ? change(entry) : entry));
  return applyExchange(new Map([['sv', changed]]), content, read);
}

describe('what comes back', () => {
  it('changes nothing when nothing was edited', () => {
    expect(applyExchange(contentToExchange(content), content, read)).toEqual({
      changes: [],
      files: new Map(),
    });
  });

  it('changes the edited answer alone', () => {
    const { changes, files } = applyChanged('keys.more', (entry) => ({
      ...entry,
      ...(entry.text && { text: { ...entry.text, short: 'Fler nycklar' } }),
    }));
    expect(changes).toEqual([
      { language: 'sv', entry: 'keys.more', what: expect.stringMatching(/^text/) as string },
    ]);
    const file = 'locales/sv/faq/keys.json';
    const before = /"more": \{[^]*?"short": "([^"]*)"/.exec(text(file))?.[1] ?? '';
    expect(files).toEqual(new Map([[file, text(file).replace(`"${before}"`, '"Fler nycklar"')]]));
  });

  it('changes the edited utterances alone', () => {
    const { changes, files } = applyChanged('keys.more', (entry) => ({
      ...entry,
      utterances: [...entry.utterances.slice(1), 'kan vi få en nyckel till'],
    }));
    expect(changes[0]?.what).toBe('utterances: 1 new, 1 gone');
    expect([...files.keys()]).toEqual(['locales/sv/utterances/keys.json']);
  });

  it('keeps what lies outside in its groups', () => {
    const { files } = applyChanged('none', (entry) => ({
      ...entry,
      utterances: [...entry.utterances.slice(1), 'vad kostar smöret'],
    }));
    const json = JSON.parse(files.get('locales/sv/utterances/none.json') ?? '{}') as Record<
      string,
      string[]
    >;
    const before = read('locales/sv/utterances/none.json');
    expect(Object.keys(json)).toEqual([...Object.keys(before), 'imported']);
    expect(json['imported']).toEqual(['vad kostar smöret']);
  });

  it('names what it can’t put anywhere, and leaves it', () => {
    const stray: ExchangeEntry = { id: 'keys.lost', utterances: ['lost'] };
    const applied = applyExchange(
      new Map([
        ['en', [stray]],
        ['nb', [stray]],
      ]),
      content,
      read,
    );
    expect(applied.changes.map(({ what }) => what)).toEqual([
      'not applied: there is no such entry',
      'not applied: there is no such language',
    ]);
    expect(applied.files.size).toBe(0);
  });
});

it.each(['faq/renewal', 'utterances/keys', 'utterances/none', 'bot', 'language', 'prompts'])(
  'writes JSON as Prettier does: %s',
  (name) => {
    expect(jsonText(read(`locales/sv/${name}.json`))).toBe(text(`locales/sv/${name}.json`));
  },
);
