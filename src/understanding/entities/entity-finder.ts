import type { Language } from '../../core/language';
import type { Entity } from '../../core/recognition';
import type { EntityCatalogue, EntityWords } from './entity-words';
import { createDateFinder } from './find-dates';
import { createNameFinder } from './find-names';
import { createSpanFinder } from './find-spans';

/**
 * Finds dates, spans, numbers, products and memberships, in the order of the text; they never
 * overlap. `today`, `YYYY-MM-DD`, is the day where the person is.
 */
export type EntityFinder = (text: string, language: Language, today: string) => readonly Entity[];

/** Things found that are looked at: a message full of numbers is no question about them. */
const MAX_FOUND = 100;

/** Makes the finder for all languages; names are known in each of them, numbers and dates in their own. */
export function createEntityFinder(
  catalogue: EntityCatalogue,
  languages: ReadonlyMap<Language, EntityWords>,
): EntityFinder {
  const findNames = createNameFinder(catalogue, [...languages.values()]);
  const finders = new Map(
    [...languages].map(([language, words]) => [
      language,
      { dates: createDateFinder(language, words), spans: createSpanFinder(words) },
    ]),
  );
  return (text, language, today) => {
    const finder = finders.get(language);
    const spans = finder?.spans(text, today) ?? [];
    const names = findNames(text).flatMap(({ kind, id, ...place }): Entity[] =>
      kind === 'subject' ? [] : [{ type: kind, value: id, ...place }],
    );
    // What says more comes first: "45 days ago" is neither a span nor a number, "Windows 10" no number.
    const ranked = [
      ...spans.filter(({ type }) => type === 'date'),
      ...spans.filter(({ type }) => type === 'days'),
      ...(finder?.dates(text, today) ?? []),
      ...names,
      ...spans.filter(({ type }) => type === 'number'),
    ];
    return withoutOverlaps(ranked.slice(0, MAX_FOUND)).sort(
      (left, right) => left.start - right.start,
    );
  };
}

function withoutOverlaps(ranked: readonly Entity[]): Entity[] {
  const kept: Entity[] = [];
  for (const entity of ranked)
    if (!kept.some(({ start, end }) => entity.start < end && start < entity.end)) kept.push(entity);
  return kept;
}
