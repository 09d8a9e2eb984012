import type { Content } from '../content';

/** A text that people read, and where it stands. */
export interface PlacedText {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Words that people say to the bot, not the bot to them. */
const NOT_READ = new Set(['prompts', 'ticket-words', 'aspects', 'remarks']);

/** Everything that people read in a language: answers, titles, and all else the bot says. */
export function textsOf(content: Content, language: string): readonly PlacedText[] {
  const words = content.in.get(language);
  if (words === undefined) return [];
  const texts: PlacedText[] = [];
  for (const [id, text] of new Map<string, unknown>([...words.titles, ...words.answers])) {
    const [topic = '', name = ''] = id.split('.');
    collect(text, { file: `locales/${language}/faq/${topic}.json`, path: [name] }, texts);
  }
  for (const [namespace, said] of Object.entries(words.words))
    if (!NOT_READ.has(namespace))
      collect(said, { file: `locales/${language}/${namespace}.json`, path: [] }, texts);
  return texts;
}

function collect(value: unknown, at: Omit<PlacedText, 'text'>, into: PlacedText[]): void {
  if (typeof value === 'string') into.push({ ...at, text: value });
  else if (Array.isArray(value))
    value.forEach((item, index) => collect(item, { ...at, path: [...at.path, index] }, into));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      collect(item, { ...at, path: [...at.path, key] }, into);
}
