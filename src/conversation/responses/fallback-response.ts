import type { Content } from '../../content/content';
import { NONE, type RecognizedPart } from '../../core/recognition';
import type { Redactor } from '../../privacy/redactor';
import type { AnswerBuilder } from '../answer-builder';
import type { Memory } from '../memory';
import type { Turn } from '../turn';
import { quote } from './quote';
import { choice } from './say-answer';
import { topicOffer } from './menu-response';
import type { Respond } from './response';
import { offerTicket } from './ticket-offer';

/** Least score of a guess at what somebody meant in another language: names and words alike are all it has. */
const LIKELY_GUESS = 0.05;

/** Says no: first with the topics to choose from, then with the offer of a ticket. */
export function createFallbackResponse(parts: {
  readonly content: Content;
  readonly answers: AnswerBuilder;
  readonly memory: Memory;
  readonly redactor: Redactor;
}): Respond {
  const { content, answers, memory, redactor } = parts;
  return async (turn, part) => {
    const { t, recognition } = turn;
    if (recognition.languageEvidence.source === 'foreign')
      return sayForeign(turn, { content, answers, part });
    if (recognition.parts.length > 1) {
      const quoted = await quote(part.text, redactor);
      await turn.say({ type: 'text', text: t('fallback.part', { part: quoted }) }, part);
      return undefined;
    }
    const conversation = await memory.conversation(turn.context);
    conversation.misses += 1;
    const topics = topicOffer(turn, content);
    if (conversation.misses === 1) {
      await turn.say(
        { type: 'question', text: t('fallback.first'), choices: topics.choices },
        part,
      );
      return topics;
    }
    return offerTicket(turn, { content, reason: 'missed', about: part });
  };
}

/** Which languages the bot speaks, in each of them, and a guess that is offered, not given. */
async function sayForeign(
  turn: Turn,
  { content, answers, part }: { content: Content; answers: AnswerBuilder; part: RecognizedPart },
) {
  const guess = part.intents.find(
    ({ intent, score }) => content.entries.get(intent)?.kind === 'faq' && score >= LIKELY_GUESS,
  );
  const text = turn.t(guess === undefined ? 'foreign.speaks' : 'foreign.guess');
  const offer = topicOffer(turn, content);
  if (guess === undefined || guess.intent === NONE) {
    await turn.say({ type: 'question', text, choices: offer.choices }, part);
    return offer;
  }
  const { entry, title } = answers.title(guess.intent, turn.language);
  const yes = { type: 'entry', entry } as const;
  const no = { type: 'none' } as const;
  const choices = [choice(title, yes), choice(turn.t('clarify.noneOfThese'), no)];
  await turn.say({ type: 'question', text, choices }, part);
  return { choices, yes, no, byWords: true };
}
