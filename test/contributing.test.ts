import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../src/content/load-content';
import { createTranslator } from '../src/content/translator';
import { AnswerBuilder } from '../src/conversation/answer-builder';

const root = join(__dirname, '..');

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

/** What a recipe tells to write: the file named behind the fence, and what to add to it. */
function readRecipe(heading: string): { file: string; addition: Json }[] {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const section = guide.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/```json (\S+)\n([^]*?)```/g)].map(([, file = '', json = '']) => ({
    file,
    addition: JSON.parse(json) as Json,
  }));
}

/** Adds to JSON: objects key by key, lists at their end, objects of one topic to each other. */
function add(to: Json | undefined, addition: Json): Json {
  if (Array.isArray(to) && Array.isArray(addition)) {
    return addition.reduce<Json[]>((list, item) => {
      const twin = list.findIndex(
        (other) => topicOf(other) !== '' && topicOf(other) === topicOf(item),
      );
      return twin < 0 ? [...list, item] : list.with(twin, add(list[twin], item));
    }, to);
  }
  if (isObject(to) && isObject(addition)) {
    const added = Object.entries(addition).map(([key, value]) => [key, add(to[key], value)]);
    return { ...to, ...(Object.fromEntries(added) as JsonObject) };
  }
  return addition;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function topicOf(json: Json | undefined): string {
  return isObject(json) && typeof json['topic'] === 'string' ? json['topic'] : '';
}

function follow(heading: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'contributing-'));
  for (const folder of ['dialogs', 'locales'])
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  for (const { file, addition } of readRecipe(heading)) {
    const path = join(copy, file);
    const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Json) : undefined;
    writeFileSync(path, JSON.stringify(add(before, addition)));
  }
  return copy;
}

describe('the recipe "Add an entry"', () => {
  it('gives an entry that is answered in every language', () => {
    const content = loadContent(follow('Add an entry'));
    const answers = new AnswerBuilder(content, createTranslator(content));
    expect(answers.answer('keys.lost', 'en').verdict).toMatch(/Partner Center/);
    expect(answers.answer('keys.lost', 'sv').verdict).toMatch(/Partnercenter/);
    expect(content.topics.find(({ topic }) => topic === 'keys')?.entries).toContain('keys.lost');
    for (const [, { utterances }] of content.in) expect(utterances['keys.lost']).toHaveLength(2);
  });

  it('is refused, with file and reason, when a language is left out', () => {
    const copy = follow('Add an entry');
    cpSync(join(root, 'locales/sv/faq/keys.json'), join(copy, 'locales/sv/faq/keys.json'));
    cpSync(
      join(root, 'locales/sv/utterances/keys.json'),
      join(copy, 'locales/sv/utterances/keys.json'),
    );
    expect(() => loadContent(copy)).toThrow(/locales\/sv\/faq\/keys\.json: keys\.lost has no/);
  });
});
