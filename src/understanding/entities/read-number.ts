import { groupBy } from '../../core/group-by';

/** Pattern source of a number in digits, thousands apart or not. */
export const DIGITS = String.raw`\d{1,3}(?:[  ,]\d{3})+|\d{1,9}`;

const HUNDRED = 100;
/** Words that follow one another in a number: "two hundred and twenty-five". */
const MAX_PARTS = 4;

/** Makes the reader of a number in digits or words: "25", "twenty-five", "tjugofem"; undefined for no number. */
export function createNumberReader(
  numbers: Readonly<Record<string, number>>,
): (text: string) => number | undefined {
  const words = Object.entries(numbers)
    .sort(([left], [right]) => right.length - left.length)
    .map(([word, number]) => [word.replaceAll(' ', ''), number] as const);
  const byInitial = groupBy(words, ([word]) => word.charAt(0));
  return (text) => {
    const compact = text.toLowerCase().replace(/[\s ,-]+/g, '');
    if (/^\d+$/.test(compact)) return Number(compact);
    let rest = compact;
    let value = 0;
    for (let parts = 0; rest !== '' && parts < MAX_PARTS; parts++) {
      const part = byInitial.get(rest.charAt(0))?.find(([word]) => rest.startsWith(word));
      if (part === undefined) return undefined;
      const [word, number] = part;
      // "two hundred": what stands before a hundred counts hundreds.
      if (number === HUNDRED && value > 0) value *= HUNDRED;
      // Only a unit may follow, and only a ten or a hundred: "twenty-five", never "five twenty".
      else if (value > 0 && (number >= 10 || value % 10 !== 0)) return undefined;
      else value += number;
      rest = rest.slice(word.length);
    }
    return rest === '' && compact !== '' ? value : undefined;
  };
}
