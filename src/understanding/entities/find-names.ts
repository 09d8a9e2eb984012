import { remember } from '../../core/remember';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { createFirstLettersTest } from '../segmentation/first-letters';
import { createRunReader, readWords } from '../segmentation/run-reader';
import { firstWordOf } from '../segmentation/word-search';
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

/** Words that are remembered: of those that people write, nearly all. */
const REMEMBERED_WORDS = 10_000;

const readCompounds = createRunReader(/[\p{L}\p{N}-]/u);

/** Finds names at the beginnings of words; they don't overlap each other. */
function createWholeFinder(names: readonly Name[]): (text: string) => readonly FoundName[] {
  const whole = names.map((name) => ({
    name,
    first: firstWordOf(name.name),
    pattern: new RegExp(String.raw`${withStars(name.name)}(?![\p{L}\p{N}])`, 'iuy'),
  }));
  const mayBegin = createFirstLettersTest(whole.map(({ first }) => first));
  const namesFrom = remember((word) => whole.filter(({ first }) => word.startsWith(first)), {
    limit: REMEMBERED_WORDS,
  });
  return (text) => {
    const found: FoundName[] = [];
    let end = 0;
    for (const { start, word } of readWords(text)) {
      if (start < end || !mayBegin(word)) continue;
      for (const { name, pattern } of namesFrom(word)) {
        pattern.lastIndex = start;
        const match = pattern.exec(text)?.[0];
        if (match === undefined) continue;
        end = start + match.length;
        found.push({ kind: name.kind, id: name.id, text: match, start, end });
        break;
      }
    }
    return found;
  };
}

/** Finds names at the ends of words, the longest first. */
function createEndingFinder(names: readonly Name[]): (text: string) => readonly FoundName[] {
  const endings = names.map(({ name, ...rest }) => ({ ...rest, ending: name.slice(1) }));
  const namesAt = remember((word) => endings.filter(({ ending }) => word.endsWith(ending)), {
    limit: REMEMBERED_WORDS,
  });
  const shortest = Math.min(...endings.map(({ ending }) => ending.length));
  return (text) => {
    const found: FoundName[] = [];
    for (const { start, end, word } of readCompounds(text)) {
      if (word.length < shortest) continue;
      const [name] = namesAt(word);
      if (name === undefined) continue;
      found.push({ kind: name.kind, id: name.id, text: text.slice(start, end), start, end });
    }
    return found;
  };
}

function withStars(name: string): string {
  return anyPhrase([name]).replaceAll(String.raw`\*`, String.raw`[\p{L}-]*`);
}
