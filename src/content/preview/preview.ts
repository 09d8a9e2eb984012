import type { Entry } from '../../core/entry';
import type { Language } from '../../core/language';
import type { Content } from '../content';
import type { Confusion } from '../gate/check-confusions';

/** What a channel shows: Markdown with buttons below, or an Adaptive Card. */
export interface Shown {
  readonly markdown?: string;
  readonly card?: unknown;
  readonly buttons: readonly string[];
}

/** An entry in one language, as the person will see it. */
export interface PreviewSide {
  readonly language: Language;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly question: string;
  /** By the name of the channel. */
  readonly shown: ReadonlyMap<string, Shown>;
  readonly utterances: readonly string[];
  readonly confusions: readonly Confusion[];
}

/** An entry in every language, side by side. */
export interface PreviewEntry {
  readonly entry: Entry;
  readonly sides: readonly PreviewSide[];
}

/** Everything that a preview shows, in the order of the menu's topics. */
export function createPreview(
  content: Content,
  confusions: readonly Confusion[],
  show: (entry: Entry, language: Language) => ReadonlyMap<string, Shown>,
): readonly PreviewEntry[] {
  return inMenuOrder(content).map((entry) => ({
    entry,
    sides: [...content.in].map(([language, { locale, titles, utterances }]) => ({
      ...{ language, locale },
      question: titles.get(entry.id)?.question ?? entry.id,
      shown: show(entry, language),
      utterances: utterances[entry.id] ?? [],
      confusions: confusions.filter(
        (confusion) => confusion.language === language && confusion.entry === entry.id,
      ),
    })),
  }));
}

/** Entries of the menu's topics first, then what no topic lists. */
function inMenuOrder({ topics, entries }: Content): readonly Entry[] {
  const listed = new Set(topics.flatMap((topic) => topic.entries));
  return [...entries.values()].sort(
    (one, other) => rank(one.id) - rank(other.id) || one.id.localeCompare(other.id),
  );

  function rank(id: string): number {
    return listed.has(id) ? [...listed].indexOf(id) : listed.size;
  }
}
