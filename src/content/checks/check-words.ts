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
type Shapes = ReadonlyMap<string, Shape>;

interface Shape {
  readonly file: string;
  readonly path: readonly string[];
  readonly shape: string;
}

function compare(left: Shapes, right: Shapes, first: string, other: string): Fault[] {
  const faults: Fault[] = [];
  const report = (language: string, { file, path }: Shape, reason: string) =>
    faults.push({ file: `locales/${language}/${file}`, path, reason });
  for (const [key, text] of left) {
    const twin = right.get(key);
    const { shape } = text;
    if (twin === undefined) report(other, text, `${key} is missing; ${first} has it`);
    else if (twin.shape !== shape)
      report(
        other,
        twin,
        `${key} has ${twin.shape || 'no placeholders'}; ${first} has ${shape || 'none'}`,
      );
  }
  for (const [key, text] of right)
    if (!left.has(key)) report(first, text, `${key} is missing; ${other} has it`);
  return faults;
}

function wordShapes(content: Content, language: string): Shapes {
  const shapes = new Map<string, Shape>();
  const visit = (words: Words, parents: readonly string[], namespace: string) => {
    for (const [name, value] of Object.entries(words)) {
      const path = [...parents, name];
      const key = [namespace, ...path].join('.').replace(PLURAL, '');
      const file = `${namespace}.json`;
      if (typeof value === 'string') shapes.set(key, { file, path, shape: placeholders(value) });
      else if (isWords(value)) visit(value, path, namespace);
      else shapes.set(key, { file, path, shape: 'a list' });
    }
  };
  for (const [namespace, words] of Object.entries(content.in.get(language)?.words ?? {}))
    visit(words, [], namespace);
  return shapes;
}

function answerShapes(content: Content, language: string): Shapes {
  const shapes = new Map<string, Shape>();
  for (const [id, answer] of content.in.get(language)?.answers ?? [])
    shapes.set(id, {
      file: `faq/${id.split('.')[0] ?? ''}.json`,
      path: id.split('.').slice(1),
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
  const names = [...text.matchAll(/(?<!\{)\{\{\s*(\w+)\b[^}]*\}\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names.filter((name) => name !== 'count'))].sort().join(', ');
}

function isWords(value: Exclude<Words[string], string>): value is Words {
  return !Array.isArray(value);
}
