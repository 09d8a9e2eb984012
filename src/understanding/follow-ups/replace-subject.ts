import type { FoundName } from '../entities/find-names';

/** Sort of a name that replaces one of the same sort, the most telling first. */
const KINDS = ['membership', 'product', 'subject'] as const;

/** What a replacement is made of. */
export interface Replacement {
  readonly previousText: string;
  /** Names in the previous text. */
  readonly previousNames: readonly FoundName[];
  /** Names that the person says now. */
  readonly names: readonly FoundName[];
  /** Names that the person takes back: "not the token". */
  readonly refused: readonly FoundName[];
}

/**
 * The previous question asked about something else: "How do I renew the Action Pack?" and "the
 * competency" give "How do I renew the competency?". A name without its like goes in front.
 */
export function replaceSubject(replacement: Replacement): string {
  const { previousText, previousNames, names, refused } = replacement;
  const kind = KINDS.find((sort) => names.some((name) => name.kind === sort)) ?? 'subject';
  const text = names
    .filter((name) => name.kind === kind)
    .map((name) => name.text)
    .join(' ');
  const target =
    previousNames.find(({ id }) => refused.some((name) => name.id === id)) ??
    previousNames.find((name) => name.kind === kind);
  if (target === undefined) return `${names.map((name) => name.text).join(' ')} ${previousText}`;
  return previousText.slice(0, target.start) + text + previousText.slice(target.end);
}
