import { decide } from '../../core/decision';
import type { Language } from '../../core/language';
import { NONE, type Entity, type RecognizedPart, type ScoredIntent } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import type { EntityFinder } from '../entities/entity-finder';
import type { FollowUp, FollowUpKind } from '../follow-ups/follow-up-reader';
import { poolScores } from '../follow-ups/pool-scores';
import { createAskTest } from '../segmentation/asks';
import { createBoundaryFinder } from '../segmentation/boundaries';
import type { ReadMessage } from '../segmentation/message-reader';
import type { MessageWords } from '../segmentation/message-words';
import { createQuestionSplitter, type Question } from '../segmentation/question-splitter';
import type { UtteranceContext } from './recognizer';

/** What parts are recognized with. */
export interface PartTools {
  readonly classifier: IntentClassifier;
  readonly words: readonly MessageWords[];
  readonly findEntities: EntityFinder;
  readonly readFollowUp: (text: string, previousText: string) => FollowUp | undefined;
}

/** A part with what an explanation tells of it. */
export interface ExplainedPart {
  readonly part: RecognizedPart;
  readonly followUp?: FollowUpKind | undefined;
}

/** Intents that a part shows. */
const SHOWN_INTENTS = 5;
/** A service or a wish for a person that is as sure as this leans on nothing before it. */
const SURE = 0.9;
/** Topics of the conversation itself: politeness, help, language, the way to a person. */
const CONVERSATION = /^(?:service|support)\./;
const POLITENESS = /^service\.(?:greeting|thanks|goodbye|help)$/;

/** Makes the recognizer of a message's questions in a known language. */
export function createPartRecognizer(
  tools: PartTools,
): (
  message: ReadMessage,
  language: Language,
  context: UtteranceContext,
) => readonly ExplainedPart[] {
  const { classifier } = tools;
  const classify = (text: string, language: Language): readonly ScoredIntent[] =>
    classifier.classify(tidy(text), language);

  const classifyReadings = (followUp: FollowUp, language: Language): readonly ScoredIntent[] =>
    poolScores(
      followUp.readings.map(({ text, weight }) => ({ scored: classify(text, language), weight })),
    );
  const split = createQuestionSplitter({
    findBoundaries: createBoundaryFinder(tools.words),
    asks: createAskTest(tools.words),
    isPoliteness: (intent) => POLITENESS.test(intent),
    classify,
    classifyAfter: (text, before, language) => {
      const followUp = tools.readFollowUp(tidy(text), tidy(before));
      return followUp?.kind === 'ellipsis'
        ? classifyReadings(followUp, language)
        : classify(text, language);
    },
  });

  /** The first question may lean on the turn before. */
  const inContext = (question: Question, text: string, place: Place): FollowedQuestion => {
    const { language, context } = place;
    const { previous, previousText } = context;
    const [best] = question.scored;
    if (previous === undefined || previousText === undefined || best === undefined) return question;
    if (CONVERSATION.test(best.intent) && best.score >= SURE) return question;
    const followUp = tools.readFollowUp(tidy(text), tidy(previousText));
    if (followUp === undefined) return question;
    return { ...question, scored: classifyReadings(followUp, language), followUp: followUp.kind };
  };

  /** Own words that say too little are read together with the mail that they stand above. */
  const withQuoted = (question: Question, message: ReadMessage, language: Language): Question => {
    const thresholds = classifier.thresholds(language);
    if (message.quoted.trim() === '' || decide(question.scored, thresholds) === 'answer')
      return question;
    const readings = [`${message.own} ${message.quoted}`, message.quoted].map((text) =>
      classify(text, language),
    );
    const scored = readings.find((reading) => decide(reading, thresholds) === 'answer');
    return scored === undefined ? question : { ...question, scored };
  };

  return (message, language, context) => {
    const questions = split(message.own, language);
    const entities = tools.findEntities(message.own, language, context.today);
    return questions.map((question, index) => {
      const own = message.own.slice(question.start, question.end);
      const followed =
        index === 0 ? inContext(question, own, { language, context }) : { ...question };
      const { scored, followUp } =
        questions.length === 1
          ? { ...followed, ...withQuoted(followed, message, language) }
          : followed;
      const part: RecognizedPart = {
        text: tidy(own),
        decision: decide(scored, classifier.thresholds(language)),
        intents: scored.slice(0, SHOWN_INTENTS).map(rounded),
        entities: entities.filter((entity) => isIn(entity, question)).map(inMessage(message)),
      };
      return { part, followUp };
    });
  };
}

interface Place {
  readonly language: Language;
  readonly context: UtteranceContext;
}

interface FollowedQuestion extends Question {
  readonly followUp?: FollowUpKind;
}

/** The only part of a message that asks nothing that anyone could answer. */
export function meaninglessPart(text: string): ExplainedPart {
  return {
    part: { text, decision: 'fallback', intents: [{ intent: NONE, score: 1 }], entities: [] },
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Four decimals: the last digits differ between machines and mean nothing. */
function rounded({ intent, score }: ScoredIntent): ScoredIntent {
  return { intent, score: Math.round(score * 1e4) / 1e4 };
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
