import { anyPhrase } from '../segmentation/phrase-pattern';
import type { EntityCatalogue, EntityWords } from './entity-words';

/** What kind of thing a name stands for. */
type NameKind = 'product' | 'membership' | 'subject';

/** A name of something in a text. */
export interface FoundName {
  readonly kind: NameKind;
  /** Id in `dialogs/entities.json`. */
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the finder of products, memberships and other subjects, by their names in any of the
 * languages, the longest name first. A compound may hold two: "officenyckeln" is of Office and a key.
 */
export function createNameFinder(
  catalogue: EntityCatalogue,
  words: readonly EntityWords[],
): (text: string) => readonly FoundName[] {
  const kinds = new Map<string, NameKind>([
    ...catalogue.subjects.map((id) => [id, 'subject'] as const),
    ...catalogue.memberships.map((id) => [id, 'membership'] as const),
    ...catalogue.products.map((id) => [id, 'product'] as const),
  ]);
  const all = [catalogue, ...words]
    .flatMap(({ names }) => Object.entries(names))
    .flatMap(([id, names]) => names.map((name) => ({ id, name, kind: kinds.get(id) })))
    .sort((left, right) => right.name.length - left.name.length);
  const passes = [
    createPass(all.filter(({ name }) => !name.startsWith('*'))),
    createPass(all.filter(({ name }) => name.startsWith('*'))),
  ];
  return (text) => passes.flatMap((pass) => pass(text));
}

interface Name {
  readonly id: string;
  readonly name: string;
  readonly kind: NameKind | undefined;
}

/** Finds names that don't overlap each other. */
function createPass(names: readonly Name[]): (text: string) => FoundName[] {
  const any = new RegExp(bounded(names.map(({ name }) => withStars(name)).join('|')), 'giu');
  const literal = new Map(names.map((name) => [name.name.toLowerCase(), name]));
  const single = names.map((name) => ({
    ...name,
    pattern: new RegExp(`^${withStars(name.name)}$`, 'iu'),
  }));
  return (text) =>
    [...text.matchAll(any)].flatMap(({ index: start, 0: found }) => {
      const name =
        literal.get(found.toLowerCase()) ?? single.find(({ pattern }) => pattern.test(found));
      if (name?.kind === undefined) return [];
      return [{ kind: name.kind, id: name.id, text: found, start, end: start + found.length }];
    });
}

function bounded(pattern: string): string {
  return String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`;
}

function withStars(name: string): string {
  return anyPhrase([name]).replaceAll(String.raw`\*`, String.raw`[\p{L}-]*`);
}
