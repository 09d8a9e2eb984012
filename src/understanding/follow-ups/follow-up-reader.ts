import type { Language } from '../../core/language';
import type { FoundName } from '../entities/find-names';
import { wordsOf } from '../language-detection/words-of';
import { mask } from '../segmentation/mask';
import type { Antecedent } from './antecedents';
import type { FollowUpCues } from './follow-up-cues';
import { replaceSubject } from './replace-subject';
import { WEIGHTS, type Row, type Weights } from './weights';

/** How a message leans on the turn before. */
export type FollowUpKind = 'ellipsis' | 'correction';

/** A way to read a follow-up as a question of its own, and how much that reading counts, 0 to 1. */
interface FollowUpReading {
  readonly text: string;
  readonly weight: number;
}

export interface FollowUp {
  readonly kind: FollowUpKind;
  readonly row: Row;
  /** It may be a new question after all: it names a subject of its own, or doesn't begin like a follow-up. */
  readonly isComplete: boolean;
  readonly readings: readonly FollowUpReading[];
  /** Nats that out of scope loses, and that what was answered before gains. */
  readonly home: number;
  readonly stay: number;
}

/** A message that may lean on something. */
export interface Utterance {
  /** Its words, dates blanked out. */
  readonly text: string;
  /** Whether it tells a date or how long ago something was. */
  readonly isDated?: boolean;
  readonly language: Language;
}

/** What a message may lean on. */
export interface Before {
  readonly text: string;
  /** What was answered then, in the words of that entry. */
  readonly antecedent?: Antecedent | undefined;
}

/** What the reader knows words by. */
export interface FollowUpTools {
  readonly readCues: (text: string) => FollowUpCues;
  readonly findNames: (text: string) => readonly FoundName[];
  readonly negations: ReadonlySet<string>;
  /** Counts words that questions in scope are not made of. */
  readonly countStrangers: (text: string, language: Language) => number;
}

/** Longer messages say themselves what they are about. */
const MAX_WORDS = 14;
/** So few words with a word that points back lean on the turn before, whatever they name. */
const FEW_WORDS = 4;
/** So few words may lean on the turn before without any sign of it. */
const SHORT = 8;
/** So many words of content say what is asked, if not about what. */
const PREDICATE_WORDS = 2;
/** So many words of content, at most, go with a date that answers what was left open. */
const DATED_WORDS = 3;
/** So few words of content, at most, say nothing complete where they name nothing: "which documents?" */
const VAGUE_WORDS = 3;
/** Nats that what was answered before loses when something else is said to be meant. */
const MISTAKEN = 6;
/** Words between a negation and what it refuses: "not really the key". */
const NEGATION_REACH = 2;
const READINGS = ['alone', 'named', 'replaced', 'it', 'unless'] as const;

/** Reads texts that lean on what was said before. */
export interface FollowUpReader {
  /** A message after the turn before; undefined for a question that stands on its own. */
  readonly read: (utterance: Utterance, before: Before) => FollowUp | undefined;
  /** A question after another in the same message: it may always share the other's subject. */
  readonly readNext: (utterance: Utterance, before: Before) => FollowUp;
}

/**
 * Makes the reader of texts that lean on the one before: "and for a competency?", "what if it's been
 * 40 days?", "no, I meant the key".
 */
export function createFollowUpReader(tools: FollowUpTools): FollowUpReader {
  const cuesOf = ({ text, isDated = false, language }: Utterance): Cues => ({
    said: tools.readCues(text),
    isDated,
    countStrangers: () => tools.countStrangers(text, language),
  });
  const readBy = (cues: Cues, { text }: Utterance, before: Before): FollowUp | undefined => {
    const { words, content } = cues.said;
    if (words > MAX_WORDS || (words === 0 && !cues.isDated)) return undefined;
    const all = tools.findNames(text);
    const refused = all.filter(isRefused(text, tools.negations));
    const names = all.filter(({ id }) => !refused.some((other) => other.id === id));
    const row = rowFor(cues, names, before);
    if (row === undefined) return undefined;
    const found = followUp(row, { text, before, names, refused, tools }, cues);
    if (row === 'correction' && isElsewhere(names, tools.findNames(before.text)))
      return { ...found, stay: -MISTAKEN };
    const isVague = row === 'hint' && names.length === 0 && content <= VAGUE_WORDS;
    return isVague ? { ...found, isComplete: false } : found;
  };
  const readNext = (utterance: Utterance, before: Before): FollowUp => {
    const cues = cuesOf(utterance);
    const found = readBy(cues, utterance, before);
    if (found !== undefined && found.row !== 'hint') return found;
    const { text } = utterance;
    return followUp('next', { text, before, names: [], refused: [], tools }, cues);
  };
  return { read: (utterance, before) => readBy(cuesOf(utterance), utterance, before), readNext };
}

interface Cues {
  readonly said: FollowUpCues;
  readonly isDated: boolean;
  /** Words that questions in scope are not made of; few messages come so far that it matters. */
  readonly countStrangers: () => number;
}

interface Reading {
  readonly text: string;
  readonly before: Before;
  readonly names: readonly FoundName[];
  readonly refused: readonly FoundName[];
  readonly tools: FollowUpTools;
}

type Texts = Readonly<Record<(typeof READINGS)[number], string>>;

/** The ways to read a text. */
function textsOf({ text, before, names, refused, tools }: Reading): Texts {
  const previousNames = tools.findNames(before.text);
  const { it, unless = '' } = before.antecedent ?? {};
  const continued = `${before.text} ${text}`;
  return {
    alone: refused.reduce((left, { start, end }) => mask(left, start, end), text),
    named: `${previousNames.map((name) => name.text).join(' ')} ${text}`,
    replaced:
      names.length === 0
        ? continued
        : replaceSubject({ previousText: before.text, previousNames, names, refused }),
    it: it === undefined ? continued : `${text} ${it}`,
    unless: `${text} ${unless}`,
  };
}

/** Its readings are made when they are asked for: most questions are answered as they stand. */
function followUp(row: Row, reading: Reading, cues: Cues): FollowUp {
  const weights: Weights = WEIGHTS[row];
  return {
    row,
    kind: row === 'correction' ? 'correction' : 'ellipsis',
    isComplete:
      row === 'hint' || row === 'continuation' || (row === 'replacement' && !cues.said.isOpened),
    stay: weights.stay,
    get home() {
      return weights.home > 0 && isAtHome(row, cues) ? weights.home : 0;
    },
    get readings() {
      const texts = textsOf(reading);
      const weighted = (name: keyof Texts) => ({ text: texts[name].trim(), weight: weights[name] });
      return READINGS.map(weighted).filter(({ weight }) => weight > 0);
    },
  };
}

/** "And Windows on the tablets?": beside an opening word and a known name, one strange word is forgiven. */
function isAtHome(row: Row, { countStrangers, said }: Cues): boolean {
  const strangers = countStrangers();
  const isNamed = row === 'replacement' || row === 'continuation';
  return strangers === 0 || (strangers === 1 && isNamed && said.isOpened);
}

/** "No, I meant the key": what was answered about a token isn't meant; a product of the same kind may well be. */
function isElsewhere(names: readonly FoundName[], previous: readonly FoundName[]): boolean {
  return names.some(
    ({ kind, id }) => kind !== 'product' && previous.every((name) => name.id !== id),
  );
}

/** How a message leans on the turn before; undefined when it stands on its own. */
function rowFor(
  { said, isDated, countStrangers }: Cues,
  names: readonly FoundName[],
  before: Before,
): Row | undefined {
  const { words, content } = said;
  if (before.antecedent?.unless !== undefined && said.omits) return 'omission';
  const mayOnlyDate = isDated && names.length === 0 && content <= DATED_WORDS;
  if (mayOnlyDate && countStrangers() === 0) return 'dated';
  if (said.isNumber) return 'dated';
  if (names.length > 0 && said.corrects) return 'correction';
  if (said.asksScope) return 'scope';
  const leansBack = said.pointsBack && (names.length === 0 || words <= FEW_WORDS);
  if (content > 0 && !leansBack && !said.isOpened) return words <= SHORT ? 'hint' : undefined;
  if (names.length === 0) {
    if (content === 0) return 'bare';
    return content < PREDICATE_WORDS ? 'ellipsis' : 'predicate';
  }
  const named = names.reduce((sum, name) => sum + wordsOf(name.text).length, 0);
  return content <= named ? 'replacement' : 'continuation';
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
