import type { Entity } from '../../core/recognition';
import { withoutMarks } from '../../core/without-marks';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { createWordSearch } from '../segmentation/word-search';
import { pastDate } from './calendar';
import type { EntityWords } from './entity-words';
import { createNumberReader } from './read-number';

type DateEntity = Extract<Entity, { type: 'date' }>;

const MONTHS = 12;
const CENTURY = 2000;

/** Makes the finder of dates as they are dictated, both parts by their order: "the first of the ninth", "första i nionde tjugotjugofyra". */
export function createDictatedDateFinder({
  dictated: { ordinals, between, centuries },
  numbers,
}: EntityWords): (text: string, today: string) => readonly DateEntity[] {
  const plain = ordinals.map(withoutMarks);
  const all = [...ordinals, ...plain];
  const number = anyPhrase(Object.keys(numbers));
  const readNumber = createNumberReader(numbers);
  const find = createWordSearch(
    String.raw`(?<![\p{L}\p{N}])(?<day>${anyPhrase(all)})\s+${anyPhrase(between)}\s+(?<month>${anyPhrase([...ordinals.slice(0, MONTHS), ...plain.slice(0, MONTHS)])})(?:,?\s+(?:(?<year>20\d\d)|${anyPhrase(centuries)}[\s-]?(?<short>${number}(?:[\s-]?${number})?)))?(?![\p{L}\p{N}])`,
    all,
  );
  const numberOf = (word = '') => plain.indexOf(withoutMarks(word.toLowerCase())) + 1;
  return (text, today) =>
    find(text).flatMap(({ index: start, 0: said, groups = {} }) => {
      const {
        day,
        month,
        short,
        year = short && String(CENTURY + (readNumber(short) ?? 0)),
      } = groups;
      const parts = { day: numberOf(day), month: numberOf(month) };
      const value = pastDate(year === undefined ? parts : { ...parts, year: Number(year) }, today);
      if (value === undefined) return [];
      return [{ type: 'date', value, text: said, start, end: start + said.length }];
    });
}
