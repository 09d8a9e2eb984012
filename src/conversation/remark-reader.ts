import { z } from 'zod';
import type { Content } from '../content/content';
import { fold } from '../content/fold';
import { withoutMarks } from '../core/without-marks';

const REMARKS = ['again', 'shorter', 'sure', 'why'] as const;
const phrases = z.array(z.string());
const remarksFile = z.object({
  ...{ again: phrases, shorter: phrases, sure: phrases, why: phrases, beside: phrases },
});

/** What is asked of an answer itself: to hear it again, in short, whether it is certain, or why. */
export type Remark = (typeof REMARKS)[number];

/** Nothing but question marks. */
const MERE_MARKS = /^[\s!…]*\?[\s!?…]*$/;

/** Reads what a person says about the last answer and nothing else: "sorry?", "shorter please", "är du säker?". */
export class RemarkReader {
  readonly #remarks = new Map<string, Remark>();
  readonly #beside = new Set<string>();

  /** Takes the words of all languages together. */
  constructor(content: Content) {
    for (const { words } of content.in.values()) {
      const { data } = remarksFile.safeParse(words['remarks']);
      for (const word of data?.beside ?? []) this.#beside.add(word);
      for (const remark of REMARKS)
        for (const phrase of data?.[remark] ?? [])
          for (const said of [fold(phrase), withoutMarks(fold(phrase))])
            this.#remarks.set(said, this.#remarks.get(said) ?? remark);
    }
  }

  /** The remark that a text is; undefined for any other text. */
  find(text: string): Remark | undefined {
    if (MERE_MARKS.test(text)) return 'again';
    const words = fold(text).split(' ');
    const isTelling = (word: string) => !this.#beside.has(word);
    const bare = words.slice(words.findIndex(isTelling), words.findLastIndex(isTelling) + 1);
    return this.#remarks.get(words.join(' ')) ?? this.#remarks.get(bare.join(' '));
  }
}
