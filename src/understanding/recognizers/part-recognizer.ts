import { decide } from '../../core/decision';
import type { Language } from '../../core/language';
import {
  NONE,
  type Decision,
  type Entity,
  type IntentId,
  type RecognizedPart,
  type ScoredIntent,
} from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import type { EntityFinder } from '../entities/entity-finder';
import type { Antecedent } from '../follow-ups/antecedents';
import { classifyFollowUp } from '../follow-ups/classify-follow-up';
import type { FollowUp, FollowUpKind, FollowUpReader } from '../follow-ups/follow-up-reader';
import { poolScores } from '../follow-ups/pool-scores';
import { withSiblings } from '../follow-ups/with-siblings';
import type { Boundary } from '../segmentation/boundaries';
import type { ReadMessage } from '../segmentation/message-reader';
import { createQuestionSplitter, type Question } from '../segmentation/question-splitter';
import type { UtteranceContext } from './recognizer';
import { rememberClassifications } from './remember-classifications';
import { isOfConversation, rounded, SHOWN_INTENTS } from './shown-intents';

/** What parts are recognized with. */
export interface PartTools {
  readonly classifier: IntentClassifier;
  readonly findEntities: EntityFinder;
  readonly findBoundaries: (text: string) => readonly Boundary[];
  readonly asks: (text: string) => boolean;
  /** Whether a text begins by asking what the bot can do. */
  readonly asksAbility: (text: string) => boolean;
  readonly followUps: FollowUpReader;
  readonly pointsBack: (text: string) => boolean;
  /** Whether a text is about somebody else's account. */
  readonly isOfOthers: (text: string) => boolean;
  /** Blanks out dates, years and months. */
  readonly blankTimes: (text: string, found: readonly Entity[]) => string;
  /** Intents whose answers tell the same as one's: a question of the own account and its general one. */
  readonly siblingsOf: (intent: IntentId) => readonly IntentId[];
  readonly antecedentOf: (entry: IntentId, language: Language) => Antecedent | undefined;
}

/** A part with what an explanation tells of it. */
export interface ExplainedPart {
  readonly part: RecognizedPart;
  readonly followUp?: FollowUpKind | undefined;
}

/** A message and what is known when its questions are recognized. */
export interface Situation {
  readonly message: ReadMessage;
  readonly language: Language;
  readonly context: UtteranceContext;
}

/** A reading as likely as this needs no help from what stands around or before it. */
const SURE = 0.9;
/** Utterances that are asked what a lone word is about, and the share of them that makes it one entry's own word. */
const NEIGHBOURS = 25;
const OWN_WORD = 0.7;
/** So few words that point at something may point at the mail below them. */
const POINTING_WORDS = 8;
/** Likelier than not. */
const HALF = 0.5;
/** Topics of the conversation itself that are as likely as this never lean on an answer. */
const CERTAIN = 0.98;
/** What is said at any time, whatever was asked before; rarely as a question. */
const ANY_TIME = /^(?:service\.(?:greeting|thanks|goodbye|language)|support\.human)$/;
/** Questions about the person's own company. */
const OWN_ACCOUNT = 'account.';
const THANKS = 'service.thanks';
const HUMAN = 'support.human';
const HELP = 'service.help';
const POLITENESS = /^service\.(?:greeting|thanks|goodbye|help)$/;

/** Recognizes the questions of a message in a known language. */
export class PartRecognizer {
  readonly #tools: PartTools;
  readonly #split: ReturnType<typeof createQuestionSplitter>;
  readonly #remembering: ReturnType<typeof rememberClassifications>;

  constructor(tools: PartTools) {
    this.#tools = tools;
    this.#remembering = rememberClassifications(tools.classifier);
    this.#split = createQuestionSplitter({
      ...tools,
      isPoliteness: (intent, text) =>
        POLITENESS.test(intent) && !(intent === HELP && tools.asksAbility(text)),
      isThanks: (intent) => intent === THANKS,
      classify: (text, language) => this.#classify(text, language),
      classifyAfter: (text, before, language) => this.#classifyAfter(text, before, language),
    });
  }

  #decideFollowUp(scored: readonly ScoredIntent[], text: string, language: Language): Decision {
    const joined = withSiblings(scored, this.#tools.siblingsOf);
    const decision = decide(joined, this.#tools.classifier.thresholds(language));
    return decision === 'answer' && this.#isOfOthers(joined, text) ? 'clarify' : decision;
  }

  #isOfOthers([best]: readonly ScoredIntent[], text: string): boolean {
    return best?.intent.startsWith(OWN_ACCOUNT) === true && this.#tools.isOfOthers(text);
  }

  /** A word of the trade that stands alone ("token", "licenser") names a topic, not a question: ask which. */
  #decide(scored: readonly ScoredIntent[], text: string, language: Language): Decision {
    const { classifier } = this.#tools;
    const decision = decide(scored, classifier.thresholds(language));
    const best = scored[0]?.intent ?? NONE;
    if (decision !== 'answer' || isOfConversation(best)) return decision;
    if (this.#isOfOthers(scored, text)) return 'clarify';
    const [word, ...others] = tidy(text).toLowerCase().split(' ');
    if (others.some((other) => other !== word)) return decision;
    const near = classifier.nearest(text, language, NEIGHBOURS);
    const same = near.filter(({ intent }) => intent === best).length;
    return same < OWN_WORD * Math.max(near.length, 1) ? 'clarify' : decision;
  }

  /** The questions in the order asked; at least one. */
  recognize(situation: Situation): readonly ExplainedPart[] {
    const { message, language, context } = situation;
    const entities = this.#tools.findEntities(message.own, language, context.today);
    const questions = this.#split(message.own, language);
    return questions.map((question, index) => {
      const isOnly = questions.length === 1;
      const { scored, followUp }: Understood =
        (isOnly ? this.#asPoliteness(question, situation) : undefined) ??
        (index === 0 ? this.#inContext(question, situation, entities) : undefined) ??
        (isOnly ? this.#withQuoted(question, situation) : undefined) ??
        (isOnly ? this.#withSentences(question, situation) : undefined) ??
        question;
      const text = textOf(question, message);
      const part: RecognizedPart = {
        text: tidy(text),
        decision:
          followUp === undefined
            ? this.#decide(scored, text, language)
            : this.#decideFollowUp(scored, text, language),
        intents: scored.slice(0, SHOWN_INTENTS).map(rounded),
        entities: entities.filter((entity) => isIn(entity, question)).map(inMessage(message)),
        ...(followUp && { followUp: true }),
      };
      return { part, followUp };
    });
  }

  #classify(text: string, language: Language): readonly ScoredIntent[] {
    return this.#remembering(tidy(text), language);
  }

  #classifyAfter(text: string, before: string, language: Language): readonly ScoredIntent[] {
    const next = this.#tools.followUps.readNext(
      { text: tidy(text), language },
      { text: tidy(before) },
    );
    return classifyFollowUp(next, (reading) => this.#classify(reading, language));
  }

  /** The first question may lean on the turn before. */
  #inContext(
    question: Question,
    { message, language, context }: Situation,
    entities: readonly Entity[],
  ): Understood | undefined {
    const { previous, previousText } = context;
    const [best] = question.scored;
    if (previousText === undefined || best === undefined) return undefined;
    if (isOfTalk(best, message.own)) return undefined;
    const { blankTimes, antecedentOf, followUps } = this.#tools;
    const timeless = blankTimes(message.own, entities).slice(question.start, question.end);
    const isDated =
      timeless !== textOf(question, message) || entities.some(({ type }) => type === 'days');
    const antecedent = previous === undefined ? undefined : antecedentOf(previous, language);
    const before = { text: tidy(previousText), antecedent };
    const read = (text: string) => followUps.read({ text: tidy(text), isDated, language }, before);
    const followUp = read(timeless) ?? this.#readLast(timeless, read);
    if (followUp === undefined) return undefined;
    if (followUp.isComplete && this.#isAnswered(question, language)) return undefined;
    const classify = (text: string) => this.#classify(text, language);
    return { scored: classifyFollowUp(followUp, classify, previous), followUp: followUp.kind };
  }

  /** After a longer introduction, the only sentence that asks may be what leans on the turn before. */
  #readLast(text: string, read: (text: string) => FollowUp | undefined): FollowUp | undefined {
    const { asks, findBoundaries } = this.#tools;
    const last = findBoundaries(text).findLast(({ isSentenceEnd }) => isSentenceEnd);
    if (last === undefined || asks(text.slice(0, last.end))) return undefined;
    return read(text.slice(last.start));
  }

  /** "Hello, this is Linda": what is left without the greeting is no question; the greeting is. */
  #asPoliteness(question: Question, { message, language }: Situation): Understood | undefined {
    if (isSure(question) || message.text.trim() === message.own.trim()) return undefined;
    const scored = this.#classify(message.text, language);
    const [whole] = scored;
    return whole !== undefined && POLITENESS.test(whole.intent) && whole.score >= HALF
      ? { scored }
      : undefined;
  }

  /** A story that isn't clear as a whole is read with an eye on the sentences that ask. */
  #withSentences(question: Question, { message, language }: Situation): Understood | undefined {
    if (this.#isAnswered(question, language)) return undefined;
    const { asks, findBoundaries } = this.#tools;
    const ends = findBoundaries(message.own).filter(({ isSentenceEnd }) => isSentenceEnd);
    if (ends.length === 0) return undefined;
    const starts = [0, ...ends.map(({ start }) => start)];
    const asking = starts
      .map((start, index) => message.own.slice(start, ends[index]?.end))
      .filter(asks);
    const opinions = asking.map((sentence) => ({
      scored: this.#classify(sentence, language),
      weight: 1 / asking.length,
    }));
    return { scored: poolScores([{ scored: question.scored, weight: 1 }, ...opinions]) };
  }

  #isAnswered({ scored }: Question, language: Language): boolean {
    return decide(scored, this.#tools.classifier.thresholds(language)) === 'answer';
  }

  /** Own words that say too little are read together with the mail that they stand above. */
  #withQuoted(question: Question, { message, language }: Situation): Understood | undefined {
    const thresholds = this.#tools.classifier.thresholds(language);
    const { own, quoted } = message;
    if (quoted.trim() === '' || (isSure(question) && !this.#pointsAtMail(own))) return undefined;
    const scored = [`${own} ${quoted}`, quoted]
      .map((text) => this.#classify(text, language))
      .find((reading) => decide(reading, thresholds) === 'answer');
    return scored === undefined ? undefined : { scored };
  }

  /** "Can someone answer this?" asks what the mail below it asks. */
  #pointsAtMail(own: string): boolean {
    return tidy(own).split(' ').length <= POINTING_WORDS && this.#tools.pointsBack(own);
  }
}

interface Understood {
  readonly scored: readonly ScoredIntent[];
  readonly followUp?: FollowUpKind;
}

/** The only part of a message that asks nothing that anyone could answer. */
export function meaninglessPart(text: string): ExplainedPart {
  return {
    part: { text, decision: 'fallback', intents: [{ intent: NONE, score: 1 }], entities: [] },
  };
}

function isOfTalk({ intent, score }: ScoredIntent, text: string): boolean {
  const isSaid = intent === HUMAN || (ANY_TIME.test(intent) && !text.trimEnd().endsWith('?'));
  return isOfConversation(intent) && score >= (isSaid ? SURE : CERTAIN);
}

function isSure({ scored: [best] }: Question): boolean {
  return best !== undefined && best.intent !== NONE && best.score >= SURE;
}

function textOf({ start, end }: Question, { own }: ReadMessage): string {
  return own.slice(start, end);
}

const UNTIDY = /\s\s|[^\S ]/;

function tidy(text: string): string {
  return (UNTIDY.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

function isIn(entity: Entity, { start, end }: Question): boolean {
  return entity.start >= start && entity.end <= end;
}

function inMessage({ originOf }: ReadMessage): (entity: Entity) => Entity {
  return (entity) => ({
    ...entity,
    start: originOf(entity.start),
    end: originOf(entity.end - 1) + 1,
  });
}
