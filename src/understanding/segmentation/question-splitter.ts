import type { Language } from '../../core/language';
import { NONE, type ScoredIntent } from '../../core/recognition';
import type { Boundary } from './boundaries';

/** A question of a message: where it stands, and what it may mean. */
export interface Question {
  readonly start: number;
  readonly end: number;
  readonly scored: readonly ScoredIntent[];
}

/** What the splitter asks of others. */
export interface SplitterTools {
  readonly findBoundaries: (text: string) => readonly Boundary[];
  readonly asks: (text: string) => boolean;
  readonly classify: (text: string, language: Language) => readonly ScoredIntent[];
  /** Whether a text points back at what stands before it: "do they stay on?" */
  readonly pointsBack: (text: string) => boolean;
  /** Scores a text that may lean on what stands before it. */
  readonly classifyAfter: (
    text: string,
    before: string,
    language: Language,
  ) => readonly ScoredIntent[];
  /** Whether a text with that intent is mere politeness, no question of its own beside a real one. */
  readonly isPoliteness: (intent: string, text: string) => boolean;
  /** Whether an intent is thanks for what was answered before. */
  readonly isThanks: (intent: string) => boolean;
}

/** Questions in one message that are answered one by one. */
const MAX_QUESTIONS = 3;
/** Both questions must be at least this likely. */
const MIN_SCORE = 0.5;
/** Alone, the second question is taken as it stands from this score on. */
const SURE = 0.9;
/** Scores nearer to 0 or 1 than that are not told apart. */
const NOISE = 1e-4;
const TAIL_WORDS = 5;
/** Longer sentences at the beginning thank for something else, and lead up to a question. */
const MOST_THANKS_WORDS = 8;
const NOTHING: ScoredIntent = { intent: NONE, score: 0 };

/**
 * Log-odds that a boundary after a stretch that asks divides two questions, fitted on
 * held-out messages of one and of two questions, and the limit that keeps 199 of 200 single ones whole.
 */
const WEIGHTS = {
  bias: -3.5,
  /** Log-odds of the less likely of both intents. */
  score: 0.57,
  sentenceEnd: 1.3,
  joined: 0.9,
  /** What comes after begins like a question. */
  question: 1.2,
  story: -3,
  /** What comes after doesn't ask by itself: "days left on this + installs left on that". No single question of 1,843 comes near. */
  noAsk: -3.5,
  betweenQuestions: 0.8,
  /** Log of the rarer of both intents' scores in the undivided text. */
  inWhole: 0.2,
  /** Log of the score that one side gives the other's intent. */
  shared: -0.35,
} as const;
const LIMIT = 0.5;

interface SplitterContext {
  readonly tools: SplitterTools;
  readonly language: Language;
  readonly question: Question;
  /** Evidence that a split must exceed. */
  readonly limit: number;
}

/** A text on both sides of a boundary. */
interface Sides {
  readonly before: string;
  readonly after: string;
  readonly boundary: Boundary;
}

interface Split {
  readonly left: Question;
  readonly right: Question;
  readonly evidence: number;
}

/**
 * Makes the splitter of messages that ask several things. A boundary is taken where both sides are
 * sure to ask for different things; else the text stays one question, however many clauses it has.
 */
export function createQuestionSplitter(
  tools: SplitterTools,
): (text: string, language: Language) => readonly Question[] {
  return (text, language) => {
    const whole = { start: 0, end: text.length, scored: tools.classify(text, language) };
    let questions: readonly Question[] = [whole];
    while (questions.length < MAX_QUESTIONS) {
      const divided = questions.flatMap((question) => {
        const split = bestSplit(text, { tools, language, question, limit: LIMIT });
        return split === undefined ? [question] : [split.left, split.right];
      });
      if (divided.length === questions.length) break;
      questions = divided;
    }
    return questions.slice(0, MAX_QUESTIONS);
  };
}

function bestSplit(text: string, context: SplitterContext): Split | undefined {
  const { tools, language, question } = context;
  const part = text.slice(question.start, question.end);
  let { limit } = context;
  let best: Split | undefined;
  for (const boundary of tools.findBoundaries(part)) {
    const split = splitAt(part, boundary, { tools, language, question, limit });
    if (split !== undefined && split.evidence > limit) [best, limit] = [split, split.evidence];
  }
  return best;
}

function splitAt(text: string, boundary: Boundary, context: SplitterContext): Split | undefined {
  const { tools, question, language } = context;
  const [before, after] = [text.slice(0, boundary.end), text.slice(boundary.start)];
  const thanks = splitThanks({ before, after, boundary }, context);
  if (thanks !== undefined) return thanks;
  if (!tools.asks(before) || isTail({ before, after, boundary }, tools)) return undefined;
  const place = weighPlace(boundary) + (asksAfter(after, boundary, tools) ? 0 : WEIGHTS.noAsk);
  const left = tools.classify(before, language);
  if (!isAnswerable(left[0], before, tools) || !mayDivide(place, left, context)) return undefined;
  const alone = tools.classify(after, language);
  const right = isSure(alone[0]) ? alone : tools.classifyAfter(after, before, language);
  if (!isAnswerable(right[0], after, tools) || left[0]?.intent === right[0]?.intent)
    return undefined;
  const { start, end } = question;
  return {
    left: { start, end: start + boundary.end, scored: left },
    right: { start: start + boundary.start, end, scored: right },
    evidence: place + weigh({ left, right, whole: question.scored }),
  };
}

/** Whether what comes after asks. The mark at its end belongs to how the sentence begins: "what happens to these and those?" */
function asksAfter(after: string, { isSentenceEnd }: Boundary, { asks }: SplitterTools): boolean {
  return asks(isSentenceEnd ? after : after.replace(/\?\s*$/, ''));
}

/** "Great, that helped. Next, …": thanks at the beginning are for what was answered before, and answered too. */
function splitThanks(
  { before, after, boundary }: Sides,
  { tools, question: { start, end }, language }: SplitterContext,
): Split | undefined {
  const isOpening = start === 0 && /[.!]$/.test(before) && countWords(before) <= MOST_THANKS_WORDS;
  if (!isOpening || tools.asks(before) || !tools.asks(after)) return undefined;
  const left = tools.classify(before, language);
  if (!tools.isThanks(left[0]?.intent ?? NONE) || !isSure(left[0])) return undefined;
  const right = tools.classify(after, language);
  if (!isAnswerable(right[0], after, tools) || !isSure(right[0])) return undefined;
  return {
    left: { start, end: start + boundary.end, scored: left },
    right: { start: start + boundary.start, end, scored: right },
    evidence: Infinity,
  };
}

interface Readings {
  readonly left: readonly ScoredIntent[];
  readonly right: readonly ScoredIntent[];
  readonly whole: readonly ScoredIntent[];
}

function weigh({ left, right, whole }: Readings): number {
  const [first = NOTHING] = left;
  const [second = NOTHING] = right;
  const inWhole = Math.min(scoreOf(whole, first.intent), scoreOf(whole, second.intent));
  const shared = Math.max(scoreOf(left, second.intent), scoreOf(right, first.intent));
  return (
    WEIGHTS.score * logOdds(Math.min(first.score, second.score)) +
    WEIGHTS.inWhole * log(inWhole) +
    WEIGHTS.shared * log(shared)
  );
}

/** A lone word, "when and how do we …", or a few behind a mere comma that point back: ", do they stay on?" */
function isTail({ before, after, boundary }: Sides, { pointsBack }: SplitterTools): boolean {
  const words = countWords(after);
  if (words === 1 || countWords(before) === 1) return true;
  return !boundary.isSentenceEnd && !boundary.isJoined && words <= TAIL_WORDS && pointsBack(after);
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** Whether any second question could make a boundary divide: else it needn't be classified. */
function mayDivide(
  place: number,
  [first = NOTHING]: readonly ScoredIntent[],
  { question: { scored: whole }, limit }: SplitterContext,
): boolean {
  const other = whole.find(({ intent }) => intent !== first.intent)?.score ?? 0;
  const inWhole = Math.min(scoreOf(whole, first.intent), other);
  const most =
    WEIGHTS.score * logOdds(first.score) + WEIGHTS.inWhole * log(inWhole) + WEIGHTS.shared * log(0);
  return place + most > limit;
}

function weighPlace(boundary: Boundary): number {
  return (
    WEIGHTS.bias +
    (boundary.isSentenceEnd ? WEIGHTS.sentenceEnd : 0) +
    (boundary.isJoined ? WEIGHTS.joined : 0) +
    (boundary.isAfterStory ? WEIGHTS.story : 0) +
    (boundary.isBetweenQuestions ? WEIGHTS.betweenQuestions : 0) +
    (boundary.beginsQuestion ? WEIGHTS.question : 0)
  );
}

function isAnswerable(
  best: ScoredIntent | undefined,
  text: string,
  tools: Pick<SplitterTools, 'isPoliteness'>,
): boolean {
  return (
    best !== undefined &&
    best.intent !== NONE &&
    best.score >= MIN_SCORE &&
    !tools.isPoliteness(best.intent, text)
  );
}

function isSure(best: ScoredIntent | undefined): boolean {
  return best !== undefined && best.intent !== NONE && best.score >= SURE;
}

function scoreOf(scored: readonly ScoredIntent[], intent: string): number {
  return scored.find((other) => other.intent === intent)?.score ?? 0;
}

function log(score: number): number {
  return Math.log(score + NOISE);
}

function logOdds(score: number): number {
  const bounded = Math.min(Math.max(score, NOISE), 1 - NOISE);
  return Math.log(bounded / (1 - bounded));
}
