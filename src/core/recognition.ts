import type { Language } from './language';

/** Id of a catalogue intent, `topic.entry`, or {@link NONE}. */
export type IntentId = string;

/** The intent of whatever the catalogue doesn't cover. */
export const NONE: IntentId = 'none';

/** An intent with the calibrated probability, 0 to 1, that it is what the person meant. */
export interface ScoredIntent {
  readonly intent: IntentId;
  readonly score: number;
}

/** Band of a recognized part: sure enough to answer, worth asking back, or not ours. */
export type Decision = 'answer' | 'clarify' | 'fallback';

/** A value found in an utterance; `start` and `end` are offsets into the whole message. */
export type Entity = { readonly text: string; readonly start: number; readonly end: number } & (
  | {
      readonly type: 'date';
      /** Calendar date, `YYYY-MM-DD`. */
      readonly value: string;
      /** Every reading of a date such as 3/5, the likelier first; absent when there is one. */
      readonly readings?: readonly string[];
      /** Set when the person says that this is today's date. */
      readonly isToday?: boolean;
      /** What a date without a year is if it is still to come. */
      readonly coming?: string;
    }
  /** A day still to come, "next Friday", as `YYYY-MM-DD`. */
  | { readonly type: 'coming'; readonly value: string }
  /** A day of a month that isn't named: "the 15th". */
  | { readonly type: 'day'; readonly value: number }
  /** More than a day in the past, "last spring", as an interval of calendar dates: `2026-03-01/2026-05-31`. */
  | {
      readonly type: 'period';
      readonly value: string;
      /** Set when it is told as so long ago: "two weeks ago". */
      readonly isAgo?: boolean;
      /** Every reading, the likelier first; absent when there is one. */
      readonly readings?: readonly string[];
    }
  /** A span such as "40 days": always in days. */
  | {
      readonly type: 'days';
      readonly value: number;
      /** Set when it is more or less than that, or only about that, as months are. */
      readonly bound?: 'more' | 'less' | 'about';
    }
  | { readonly type: 'number'; readonly value: number }
  /** What a key, licence or membership is of, by its id in `dialogs/entities.json`: `office`, `action-pack`. */
  | { readonly type: 'product' | 'membership'; readonly value: string }
);

/** One question of a message. A message that asks two things has two parts. */
export interface RecognizedPart {
  readonly text: string;
  readonly decision: Decision;
  /** Best first, at most five, never {@link NONE} in the first place of an `answer`. */
  readonly intents: readonly ScoredIntent[];
  readonly entities: readonly Entity[];
  /** Leans on the turn before: understood with its entry as context. */
  readonly followUp?: boolean;
}

/** What a message means. Same message, context and model version: the same recognition. */
export interface Recognition {
  readonly text: string;
  /** The language to answer in. */
  readonly language: Language;
  /** Which row of the detection table decided, and how sure it was, 0 to 1. */
  readonly languageEvidence: { readonly source: LanguageSource; readonly score: number };
  /** At least one. */
  readonly parts: readonly RecognizedPart[];
  /** Identifies the model and the content that it was trained on. */
  readonly version: string;
  /** Only when asked for. */
  readonly explanation?: RecognitionExplanation;
}

/** Why a message was understood as it was; same message, context and version: the same explanation. */
export interface RecognitionExplanation {
  /** Probability, 0 to 1, that the words alone are in the best supported language; and in none of them. */
  readonly written: {
    readonly language: Language;
    readonly score: number;
    readonly foreignScore: number;
  };
  /** Limits of the bands in the language of the answer. */
  readonly thresholds: {
    readonly answer: number;
    readonly clarify: number;
    readonly margin: number;
  };
  /** In the order of the parts. */
  readonly parts: readonly PartExplanation[];
}

/** Why one part was understood as it was. */
export interface PartExplanation {
  /** Set when the part leans on the turn before. */
  readonly followUp?: 'ellipsis' | 'correction';
  /** The training utterances most like it, best first, with their cosine, 0 to 1. */
  readonly nearest: readonly {
    readonly text: string;
    readonly intent: IntentId;
    readonly similarity: number;
  }[];
}

/** Where the language of a turn comes from, strongest first. */
export type LanguageSource =
  'asked' | 'written' | 'remembered' | 'identified' | 'channel' | 'default' | 'foreign';
