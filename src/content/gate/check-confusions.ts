import type { EntryId } from '../../core/entry';
import type { Language } from '../../core/language';
import { NONE } from '../../core/recognition';
import type { Content } from '../content';
import type { Fault } from '../fault';

/** An utterance that a recognizer which hasn't learnt it takes for another entry than its own. */
export interface Confusion {
  readonly language: Language;
  readonly text: string;
  readonly entry: EntryId;
  /** The entry that it is nearer to. */
  readonly other: EntryId;
  /** How much nearer: 0 not at all, 2 as far as one entry lies from another. */
  readonly lead: number;
}

/** A lead above it is a sure sign of an utterance that landed under the wrong entry. */
const WRONG = 2.4;
/** Worth a person's look. */
const DOUBTFUL = 1.2;

/** Utterances that are nearer to another entry than to their own. */
export function checkConfusions(
  content: Content,
  confusions: readonly Confusion[],
): readonly Fault[] {
  return confusions
    .filter((confusion) => confusion.lead > DOUBTFUL && !isNatural(confusion, content))
    .sort((one, other) => other.lead - one.lead)
    .map(({ language, text, entry, other, lead }) => ({
      file: `locales/${language}/utterances/${entry.split('.')[0] ?? entry}.json`,
      text,
      reason: `${entry}: "${text}" is nearer to ${other}`,
      ...(lead > WRONG ? {} : { severity: 'warning' as const }),
    }));
}

/** What lies outside the catalogue is near to anything; a question about one's own state is near to the general one. */
function isNatural({ entry, other }: Confusion, content: Content): boolean {
  const isGeneral = (one: EntryId, two: EntryId) =>
    content.entries.get(one)?.general.includes(two) ?? false;
  return entry === NONE || other === NONE || isGeneral(entry, other) || isGeneral(other, entry);
}
