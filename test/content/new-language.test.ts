import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { TerminalAdapter } from '../../src/channels/plain/terminal-adapter';
import { loadConfig } from '../../src/config';
import { loadContent } from '../../src/content/load-content';
import { localeOf, scaffoldLanguage } from '../../src/content/scaffold-language';
import { UNTRANSLATED } from '../../src/content/untranslated';
import { createBot } from '../../src/create-bot';
import { ContentFolder } from '../support/content-folder';

const LANGUAGE = 'nb';
const KEPT = 6;

/** All JSON of a language by path below its folder. */
function readLanguage(root: string, language: string): ReadonlyMap<string, unknown> {
  const folder = join(root, 'locales', language);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]),
  );
}

/** A copy of the content with few utterances, so that a model is trained in seconds, and a new language scaffolded. */
function addLanguage(): ContentFolder {
  const folder = new ContentFolder();
  for (const language of ['en', 'sv']) {
    for (const [path, json] of readLanguage(folder.root, language))
      if (path.startsWith('utterances'))
        folder.write(
          `locales/${language}/${path}`,
          JSON.stringify(cut(json as Record<string, string[]>)),
        );
    folder.write(`locales/${language}/held-out.jsonl`, '');
  }
  const model = readLanguage(folder.root, 'en');
  const files = scaffoldLanguage(model, { language: LANGUAGE, locale: localeOf(LANGUAGE) });
  for (const [path, text] of files) {
    const file = join(folder.root, 'locales', LANGUAGE, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

function cut(groups: Record<string, string[]>) {
  return Object.fromEntries(
    Object.entries(groups).map(([name, lines]) => [name, lines.slice(0, KEPT)]),
  );
}

/** Words that neither English nor Swedish has; placeholders and numbers stay. */
function translate(text: string): string {
  return text.replace(/\{[^}]*\}|\p{L}+/gu, (word) =>
    word.startsWith('{') ? word : `øz${word}æk`,
  );
}

/** Writes every marked text anew. */
function translateAll(folder: ContentFolder): void {
  for (const [path, json] of readLanguage(folder.root, LANGUAGE)) {
    const text = JSON.stringify(json, (_, value: unknown) =>
      typeof value === 'string' && value.startsWith(UNTRANSLATED)
        ? translate(value.slice(UNTRANSLATED.length))
        : value,
    );
    folder.write(`locales/${LANGUAGE}/${path}`, text);
  }
}

describe('a new language', () => {
  it('has the name, locale and files of its own', () => {
    const content = new ContentFolder();
    const files = scaffoldLanguage(readLanguage(content.root, 'en'), {
      language: 'nb',
      locale: localeOf('nb'),
    });
    expect(JSON.parse(files.get('language.json') ?? '')).toMatchObject({
      name: 'Norsk bokmål',
      locale: 'nb-NO',
    });
    const named = [...readLanguage(content.root, 'en').keys()];
    expect([...files.keys()].sort()).toEqual([...named, 'held-out.jsonl', 'spelling.txt'].sort());
  });

  it('has the plural forms of its own', () => {
    const model = new Map([
      ['bot.json', { left_one: '{{count}} day', left_other: '{{count}} days', other: 'x' }],
    ]);
    const forms = (language: string) =>
      Object.keys(
        JSON.parse(
          scaffoldLanguage(model, { language, locale: localeOf(language) }).get('bot.json') ?? '',
        ) as object,
      );
    expect(forms('pl').sort()).toEqual([
      'left_few',
      'left_many',
      'left_one',
      'left_other',
      'other',
    ]);
    expect(forms('ja')).toEqual(['left_other', 'other']);
  });

  it('is refused until its last text is translated, with file and line', () => {
    const folder = addLanguage();
    expect(() => loadContent(folder.root)).toThrow(
      /locales\/nb\/bot\.json:3: \d+ texts still to be translated[^]*locales\/nb\/understanding\/message\.json:\d+/,
    );
    translateAll(folder);
    const read = folder.read('locales/nb/lexicon.json');
    expect(loadContent(folder.root).languages).toEqual(['en', 'nb', 'sv']);
    folder.write('locales/nb/lexicon.json', read.replace('øz', `${UNTRANSLATED}øz`));
    expect(() => loadContent(folder.root)).toThrow(/locales\/nb\/lexicon\.json:1: 1 texts/);
  });

  it('is detected, understood and spoken, from its folder alone', async () => {
    const folder = addLanguage();
    translateAll(folder);
    const config = loadConfig({ DATABASE_URL: 'file::memory:' });
    const { conversation, recognizer, content, database } = await createBot(config, {
      root: folder.root,
      log: pino({ level: 'silent' }),
    });
    const [utterance = ''] = content.in.get(LANGUAGE)?.utterances['tokens.split'] ?? [];
    const recognition = await recognizer.recognize(utterance, {
      today: '2026-11-22',
      locale: 'en-GB',
    });
    expect(recognition).toMatchObject({
      language: LANGUAGE,
      languageEvidence: { source: 'written' },
    });
    expect(recognition.parts[0]?.intents[0]?.intent).toBe('tokens.split');

    const said: string[] = [];
    const adapter = new TerminalAdapter(
      conversation.bot,
      ({ text = '' }) => said.push(text),
      'nb-NO',
    );
    for (const step of conversation.middleware) adapter.use(step);
    await adapter.receive({ text: utterance });
    await adapter.receive({ text: translate('hello') });
    expect(said.join('\n')).toContain(
      content.in.get(LANGUAGE)?.answers.get('tokens.split')?.verdict,
    );
    expect(said.join('\n')).toContain(translate('Did this help?'));
    expect(said.join('\n')).not.toMatch(/\b(the|och|you|ni)\b/);
    await database.destroy();
  });
});
