import type { Language } from '../core/language';
import { jsonText } from './json-text';
import { UNTRANSLATED } from './untranslated';

/** The language to add. */
export interface NewLanguage {
  readonly language: Language;
  /** BCP 47 tag with region. */
  readonly locale: string;
}

/** As many utterances are shown as models of what to write; the gate asks for no fewer. */
const MODELS = 20;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/**
 * The files of a new language, made from those of another: the same files and keys, each text marked as untranslated,
 * plural forms as the new language has them. `model` holds the JSON of the other language by path below its folder.
 * Throws a `RangeError` for a tag that is none.
 */
export function scaffoldLanguage(
  model: ReadonlyMap<string, unknown>,
  { language, locale }: NewLanguage,
): ReadonlyMap<string, string> {
  const plurals = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const files = new Map<string, string>();
  for (const [path, json] of model) {
    const cut = path.startsWith('utterances/') ? firstLines(json) : json;
    const marked = mark(cut, plurals);
    const about =
      path === 'language.json'
        ? { name: nameOf(language), locale, linkLocale: locale.toLowerCase() }
        : {};
    files.set(path, jsonText(typeof marked === 'object' ? { ...marked, ...about } : marked));
  }
  files.set('held-out.jsonl', '');
  files.set('spelling.txt', `# dictionary: dictionary-${language}\n`);
  return files;
}

/** The tag of a language with the region where it is spoken most: `nb` gives `nb-NO`. */
export function localeOf(language: Language): string {
  const { region = language.toUpperCase() } = new Intl.Locale(language).maximize();
  return `${language}-${region}`;
}

/** What a language calls itself, with a capital as a menu shows it. */
function nameOf(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return `${name.slice(0, 1).toLocaleUpperCase(language)}${name.slice(1)}`;
}

function firstLines(groups: unknown): unknown {
  if (typeof groups !== 'object' || groups === null) return groups;
  return Object.fromEntries(
    Object.entries(groups).map(([name, lines]: [string, unknown]) => [
      name,
      Array.isArray(lines) ? lines.slice(0, MODELS) : lines,
    ]),
  );
}

function mark(value: unknown, plurals: readonly string[]): unknown {
  if (typeof value === 'string') return `${UNTRANSLATED}${value}`;
  if (Array.isArray(value)) return value.map((item) => mark(item, plurals));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
      formsOf(key, value, plurals).map((form) => [form, mark(item, plurals)]),
    ),
  );
}

/** The keys that a key becomes: the form `_other` stands for every form that the model's language lacks. */
function formsOf(key: string, among: object, plurals: readonly string[]): readonly string[] {
  const [, form] = PLURAL.exec(key) ?? [];
  const base = key.replace(PLURAL, '');
  if (form === undefined || !(`${base}_other` in among)) return [key];
  if (form !== 'other') return plurals.includes(form) ? [key] : [];
  const missing = plurals.filter((plural) => !(`${base}_${plural}` in among));
  return [...missing.map((plural) => `${base}_${plural}`), key];
}
