import type { FoundName } from '../entities/find-names';
import { wordsOf } from '../language-detection/words-of';
import type { FollowUpCues } from './follow-up-cues';
import { replaceSubject } from './replace-subject';

/** How a message leans on the turn before. */
export type FollowUpKind = 'ellipsis' | 'correction';

/** A way to read a follow-up as a question of its own, and how much that reading counts, 0 to 1. */
interface FollowUpReading {
  readonly text: string;
  readonly weight: number;
  /** Set when the text says too little to be out of scope by itself. */
  readonly isBare?: boolean;
}

export interface FollowUp {
  readonly kind: FollowUpKind;
  /** Names a subject of its own and begins like no follow-up: it may be a new question after all. */
  readonly isComplete: boolean;
  readonly readings: readonly FollowUpReading[];
}

/** What the reader knows words by. */
export interface FollowUpTools {
  readonly readCues: (text: string) => FollowUpCues;
  readonly findNames: (text: string) => readonly FoundName[];
  readonly negations: ReadonlySet<string>;
}

/** Longer messages say themselves what they are about. */
const MAX_WORDS = 14;
/** So few words with a word that points back lean on the turn before, whatever they name. */
const FEW_WORDS = 4;
/** So many words of content say what is asked, if not about what. */
const PREDICATE_WORDS = 2;
/** Words between a negation and what it refuses: "not really the key". */
const NEGATION_REACH = 2;

/**
 * Weights of the readings, fitted on written dialogues: the words alone; after the previous
 * question; with its subjects only; in place of its subject.
 */
const WEIGHTS = {
  correction: [0.3, 0.3, 0.3, 1],
  replacement: [0.5, 0.3, 0.2, 1],
  ellipsis: [1, 0.5, 0.5, 0.5],
  predicate: [1, 0.3, 0.6, 0.3],
  continuation: [1, 0.3, 0.3, 0.3],
} as const;
type Row = keyof typeof WEIGHTS;

/** Reads texts that lean on what was said before. */
export interface FollowUpReader {
  /** A message after the turn before; undefined for a question that stands on its own. */
  readonly read: (text: string, previousText: string) => FollowUp | undefined;
  /** A question after another in the same message: it may always share the other's subject. */
  readonly readNext: (text: string, previousText: string) => FollowUp;
}

/**
 * Makes the reader of texts that lean on the one before: "and for a competency?", "what if it's been
 * 40 days?", "no, I meant the key".
 */
export function createFollowUpReader(tools: FollowUpTools): FollowUpReader {
  const read = (text: string, previousText: string): FollowUp | undefined => {
    const cues = tools.readCues(text);
    if (cues.words === 0 || cues.words > MAX_WORDS) return undefined;
    const all = tools.findNames(text);
    const refused = new Set(all.filter(isRefused(text, tools.negations)).map(({ id }) => id));
    const names = all.filter(({ id }) => !refused.has(id));
    const row = weightsFor(cues, names);
    if (row === undefined) return undefined;
    return followUp(row, readings({ text, previousText, names, refused, tools }), cues);
  };
  const readNext = (text: string, previousText: string): FollowUp =>
    read(text, previousText) ??
    followUp('predicate', readings({ text, previousText, names: [], refused: new Set(), tools }));
  return { read, readNext };
}

interface Reading {
  readonly text: string;
  readonly previousText: string;
  readonly names: readonly FoundName[];
  readonly refused: ReadonlySet<string>;
  readonly tools: FollowUpTools;
}

/** The ways to read a text, in the order of the weights. */
function readings({ text, previousText, names, refused, tools }: Reading): readonly string[] {
  const previousNames = tools.findNames(previousText);
  const continued = `${previousText} ${text}`;
  return [
    text,
    continued,
    `${previousNames.map((name) => name.text).join(' ')} ${text}`,
    names.length === 0
      ? continued
      : replaceSubject({ previousText, previousNames, names, refused }),
  ];
}

function followUp(row: Row, texts: readonly string[], cues?: FollowUpCues): FollowUp {
  return {
    kind: row === 'correction' ? 'correction' : 'ellipsis',
    isComplete: row === 'continuation' || (row === 'replacement' && !cues?.isOpened),
    readings: texts.map((text, index) => ({
      text: text.trim(),
      weight: WEIGHTS[row][index] ?? 0,
      ...(index === 0 && cues?.content === 0 && { isBare: true }),
    })),
  };
}

/** Which row of weights a message is read by; undefined when it stands on its own. */
function weightsFor(cues: FollowUpCues, names: readonly FoundName[]): Row | undefined {
  if (cues.corrects && names.length > 0) return 'correction';
  const leansBack = cues.pointsBack && (names.length === 0 || cues.words <= FEW_WORDS);
  if (!cues.isOpened && !leansBack && cues.content > 0) return undefined;
  if (names.length === 0) return cues.content < PREDICATE_WORDS ? 'ellipsis' : 'predicate';
  const named = names.reduce((sum, name) => sum + wordsOf(name.text).length, 0);
  return cues.content <= named ? 'replacement' : 'continuation';
}

function isRefused(text: string, negations: ReadonlySet<string>): (name: FoundName) => boolean {
  return ({ start }) =>
    wordsOf(
      text
        .slice(0, start)
        .split(/[,.;:]/)
        .at(-1) ?? '',
    )
      .slice(-NEGATION_REACH)
      .some((word) => negations.has(word));
}
