import { withoutMarks } from '../../core/without-marks';
import type { EntityWords } from './entity-words';

/** Words of times and numbers with and without the marks on their letters: people leave them out, "i varas", "tva ar". */
export function withPlainWords(words: EntityWords): EntityWords {
  const { spans, periods, dictated } = words;
  return {
    ...words,
    numbers: withPlainKeys(words.numbers),
    units: withPlainKeys(words.units),
    ago: both(words.ago),
    spans: {
      ...{ more: both(spans.more), less: both(spans.less), about: both(spans.about) },
      ...{ few: both(spans.few), and: both(spans.and) },
    },
    ...{ today: both(words.today), ahead: both(words.ahead), aheadBefore: both(words.aheadBefore) },
    periods: {
      ...{ names: each(periods.names), alone: each(periods.alone) },
      ...{ leads: both(periods.leads), previous: both(periods.previous) },
      ...{ latest: both(periods.latest), ofYear: both(periods.ofYear) },
      ...{ relative: each(periods.relative), genitives: periods.genitives },
      parts: {
        ...{ early: both(periods.parts.early), middle: both(periods.parts.middle) },
        late: both(periods.parts.late),
      },
    },
    dateWords: both(words.dateWords),
    respellings: withPlainKeys({ ...ownSpellings(words.dateWords), ...words.respellings }),
    dictated: { ...dictated, centuries: both(dictated.centuries) },
  };
}

/** What is written with marks stays as it is; what leaves them out becomes it. */
function ownSpellings(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.filter(isMarked).map((word) => [word, word]));
}

function isMarked(word: string): boolean {
  return withoutMarks(word) !== word;
}

function both(phrases: readonly string[]): readonly string[] {
  return [...new Set([...phrases, ...phrases.map(withoutMarks)])];
}

function each(lists: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, both(list)]));
}

/** The same with plain keys too; a word that is written so itself keeps its own meaning. */
export function withPlainKeys<Value>(
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const plain = Object.entries(record).map(([key, value]) => [withoutMarks(key), value] as const);
  return { ...Object.fromEntries(plain), ...record };
}
