import { z } from 'zod';
import type { Content } from '../content/content';
import { spaced } from '../content/fold';
import type { AnswerPlace } from '../core/answer-place';
import type { Entry } from '../core/entry';
import { withoutMarks } from '../core/without-marks';

const words = z.array(z.string());
const aspectsFile = z.object({ asked: z.record(z.string(), words), beside: words });

/** A longer message asks for more than one thing. */
const MOST_WORDS = 12;

/** One thing that a follow-up asks of an answer. */
export interface AskedAspect {
  /** Its key in `locales/<language>/aspects.json`. */
  readonly aspect: string;
  readonly place: AnswerPlace;
  /** Whether the follow-up says nothing else: "and who does that?" */
  readonly isBare: boolean;
}

/** Ways to ask for an aspect, also as whoever writes without diacritics asks for it. */
interface Asking {
  readonly aspect: string;
  readonly written: readonly string[];
  readonly plain: readonly string[];
}

/** Reads which one thing a follow-up asks of an answer that was given: "who does that?", "och sen?". */
export class AspectReader {
  /** Ways to ask for each aspect, in the order of the files: what is more telling comes first. */
  readonly #asked: readonly Asking[];
  readonly #beside: ReadonlySet<string>;

  /** Takes the words of all languages together. */
  constructor(content: Content) {
    const files = [...content.in.values()].flatMap(({ words }) => {
      const file = aspectsFile.safeParse(words['aspects']);
      return file.success ? [file.data] : [];
    });
    this.#asked = files
      .flatMap(({ asked }) => Object.entries(asked))
      .map(([aspect, phrases]) => {
        const written = phrases.map(spaced);
        return { aspect, written, plain: written.map(withoutMarks) };
      });
    this.#beside = new Set(files.flatMap(({ beside }) => beside));
  }

  /** The aspect of an entry that a text asks; undefined for none. */
  find(text: string, { aspects }: Entry): AskedAspect | undefined {
    const said = spaced(text);
    if (said.trim().split(' ').length > MOST_WORDS) return undefined;
    const isPlain = said === withoutMarks(said);
    for (const { aspect, written, plain } of this.#asked) {
      const place = aspects[aspect];
      if (place === undefined) continue;
      const asking = (isPlain ? plain : written).filter((phrase) => said.includes(phrase));
      if (asking.length === 0) continue;
      const rest = asking.reduce((left, phrase) => left.replace(phrase, ' '), said).split(' ');
      return { aspect, place, isBare: rest.every((word) => word === '' || this.#beside.has(word)) };
    }
    return undefined;
  }
}
