import { anyPhrase } from '../segmentation/phrase-pattern';
import { createRunWalk, walkWords } from '../segmentation/run-walk';
import { INITIALS } from '../segmentation/word-search';
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
    .flatMap(([id, names]) =>
      names.flatMap((name): Name[] => {
        const kind = kinds.get(id);
        return kind === undefined ? [] : [{ id, kind, name: name.toLowerCase() }];
      }),
    )
    .sort((left, right) => right.name.length - left.name.length);
  const findWhole = createWholeFinder(all.filter(({ name }) => !name.startsWith('*')));
  const findEndings = createEndingFinder(all.filter(({ name }) => name.startsWith('*')));
  return (text) => [...findWhole(text), ...findEndings(text)];
}

interface Name {
  readonly id: string;
  readonly name: string;
  readonly kind: NameKind;
}

const walkCompounds = createRunWalk(/[\p{L}\p{N}-]/u);

interface WholeName {
  readonly name: Name;
  /** Its letters up to the first star or blank. */
  readonly begins: string;
  readonly pattern: RegExp;
}

/** Finds names at the beginnings of words; they don't overlap each other. */
function createWholeFinder(names: readonly Name[]): (text: string) => readonly FoundName[] {
  const byInitials = new Map<string, WholeName[]>();
  for (const name of names) {
    const initials = name.name.slice(0, INITIALS);
    const pattern = new RegExp(String.raw`${withStars(name.name)}(?![\p{L}\p{N}])`, 'iuy');
    const [begins = ''] = name.name.split(/[* ]/, 1);
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), { name, begins, pattern }]);
  }
  return (text) => {
    const found: FoundName[] = [];
    const lower = text.toLowerCase();
    const isInPlace = lower.length === text.length;
    let end = 0;
    walkWords(text, (start, wordEnd) => {
      if (start < end) return;
      const initials = text.slice(start, Math.min(start + INITIALS, wordEnd)).toLowerCase();
      for (const { name, begins, pattern } of byInitials.get(initials) ?? []) {
        // Looking at letters costs a tenth of looking for a pattern.
        if (isInPlace && !lower.startsWith(begins, start)) continue;
        pattern.lastIndex = start;
        const match = pattern.exec(text)?.[0];
        if (match === undefined) continue;
        end = start + match.length;
        found.push({ kind: name.kind, id: name.id, text: match, start, end });
        break;
      }
    });
    return found;
  };
}

/** Finds names at the ends of words, the longest first. */
function createEndingFinder(names: readonly Name[]): (text: string) => readonly FoundName[] {
  const byLastLetter = new Map<string, (Omit<Name, 'name'> & { readonly ending: string })[]>();
  for (const { name, ...rest } of names) {
    const others = byLastLetter.get(name.slice(-1)) ?? [];
    byLastLetter.set(name.slice(-1), [...others, { ...rest, ending: name.slice(1) }]);
  }
  return (text) => {
    const found: FoundName[] = [];
    walkCompounds(text, (start, end) => {
      const names = byLastLetter.get(text.charAt(end - 1).toLowerCase());
      if (names === undefined) return;
      const word = text.slice(start, end);
      const lower = word.toLowerCase();
      const name = names.find(({ ending }) => lower.endsWith(ending));
      if (name !== undefined) found.push({ kind: name.kind, id: name.id, text: word, start, end });
    });
    return found;
  };
}

function withStars(name: string): string {
  return anyPhrase([name]).replaceAll(String.raw`\*`, String.raw`[\p{L}-]*`);
}
