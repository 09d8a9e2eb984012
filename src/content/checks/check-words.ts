import type { ContentCheck } from '../check-content';
import type { Content } from '../content';
import type { Fault } from '../fault';
import type { Words } from '../schemas';

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every language says the same things: same keys, same placeholders, answers of the same shape. */
export const checkWords: ContentCheck = (content) => {
  const [first, ...others] = content.languages;
  if (first === undefined) return [{ file: 'locales', reason: 'holds no language' }];
  return others.flatMap((other) => [
    ...compare(wordShapes(content, first), wordShapes(content, other), first, other),
    ...compare(answerShapes(content, first), answerShapes(content, other), first, other),
  ]);
};

/** Where each text stands and what any translation of it must share. */
type Shapes = ReadonlyMap<string, { readonly file: string; readonly shape: string }>;

function compare(left: Shapes, right: Shapes, first: string, other: string): Fault[] {
  const faults: Fault[] = [];
  const report = (language: string, file: string, reason: string) =>
    faults.push({ file: `locales/${language}/${file}`, reason });
  for (const [key, { file, shape }] of left) {
    const twin = right.get(key);
    if (twin === undefined) report(other, file, `${key} is missing; ${first} has it`);
    else if (twin.shape !== shape)
      report(
        other,
        file,
        `${key} has ${twin.shape || 'no placeholders'}; ${first} has ${shape || 'none'}`,
      );
  }
  for (const [key, { file }] of right)
    if (!left.has(key)) report(first, file, `${key} is missing; ${other} has it`);
  return faults;
}

function wordShapes(content: Content, language: string): Shapes {
  const shapes = new Map<string, { file: string; shape: string }>();
  const visit = (words: Words, path: string, file: string) => {
    for (const [name, value] of Object.entries(words)) {
      const key = `${path}${name.replace(PLURAL, '')}`;
      if (typeof value === 'string') shapes.set(key, { file, shape: placeholders(value) });
      else if (isWords(value)) visit(value, `${key}.`, file);
      else shapes.set(key, { file, shape: 'a list' });
    }
  };
  for (const [namespace, words] of Object.entries(content.in.get(language)?.words ?? {}))
    visit(words, '', `${namespace}.json`);
  return shapes;
}

function answerShapes(content: Content, language: string): Shapes {
  const shapes = new Map<string, { file: string; shape: string }>();
  for (const [id, answer] of content.in.get(language)?.answers ?? [])
    shapes.set(id, {
      file: `faq/${id.split('.')[0] ?? ''}.json`,
      shape: [
        `${answer.paragraphs.length} paragraphs`,
        `${answer.steps.length} steps`,
        ...(answer.example === undefined ? [] : ['an example']),
        ...(answer.note === undefined ? [] : ['a note']),
      ].join(', '),
    });
  return shapes;
}

/** The `{{placeholders}}` of a text, sorted; plural forms may leave the number out. */
function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names.filter((name) => name !== 'count'))].sort().join(', ');
}

function isWords(value: Exclude<Words[string], string>): value is Words {
  return !Array.isArray(value);
}
