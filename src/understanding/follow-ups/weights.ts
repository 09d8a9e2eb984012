/** How much each way to read a follow-up counts. */
export interface Weights {
  /** The words alone. */
  readonly alone: number;
  /** With the subjects that the turn before named. */
  readonly named: number;
  /** The turn before with its subject replaced; without a new subject, the turn before and the words. */
  readonly replaced: number;
  /** With what "it" stands for. */
  readonly it: number;
  /** As the question what happens when it isn't done. */
  readonly unless: number;
  /** Nats that `none` loses when all words are such as questions in scope are made of. */
  readonly home: number;
  /** Nats that what was answered before gains: people stay with it. */
  readonly stay: number;
}

/** Kinds of follow-ups, by what they say themselves. */
export type Row =
  /** "No, I meant the key". */
  | 'correction'
  /** "And if we don't?" */
  | 'omission'
  /** "It was activated on 3 May". */
  | 'dated'
  /** "And for a competency?" */
  | 'replacement'
  /** "Does it apply to the Action Pack too?" */
  | 'scope'
  /** "And then?" */
  | 'bare'
  /** "And the fee?" */
  | 'ellipsis'
  /** "Can they use it in shifts?" */
  | 'predicate'
  /** "And does the competency cost anything?" */
  | 'continuation'
  /** Short, without any sign that it leans on something: "Which documents?" */
  | 'hint'
  /** The second question of a message, after the first. */
  | 'next';

const NOTHING: Weights = { alone: 0, named: 0, replaced: 0, it: 0, unless: 0, home: 0, stay: 0 };

/**
 * Fitted on `test/fixtures/follow-ups.jsonl` by the log loss of three models, pulled towards weights set on written
 * dialogues; `dated`, `scope`, `bare`, `replacement` and `next` are those.
 */
export const WEIGHTS: Readonly<Record<Row, Weights>> = {
  correction: { ...NOTHING, alone: 0.65, replaced: 1, it: 0.3, home: 3.3 },
  omission: { ...NOTHING, alone: 0.4, unless: 0.95, home: 2 },
  dated: { ...NOTHING, alone: 0.4, replaced: 0.65, it: 0.65, home: 2.6, stay: 2.6 },
  scope: { ...NOTHING, alone: 0.5, replaced: 0.6, it: 0.6, home: 3, stay: 2 },
  replacement: { ...NOTHING, alone: 1, replaced: 0.65, it: 0.55, home: 3.3 },
  bare: { ...NOTHING, alone: 0.9, named: 0.3, replaced: 0.4, it: 0.7, home: 3.4 },
  ellipsis: { ...NOTHING, alone: 0.9, replaced: 0.25, it: 0.65, home: 2.5, stay: 0.1 },
  predicate: { ...NOTHING, alone: 1.15, replaced: 0.4, it: 0.5, home: 4.2 },
  continuation: { ...NOTHING, alone: 1.25, replaced: 0.3, it: 0.4, home: 3.1 },
  hint: { ...NOTHING, alone: 0.8, replaced: 0.3, it: 0.35, home: 2.9 },
  next: { ...NOTHING, alone: 1, named: 0.6, replaced: 0.6 },
};
