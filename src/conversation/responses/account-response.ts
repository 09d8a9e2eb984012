import type { Content } from '../../content/content';
import type { AnswerBuilder } from '../answer-builder';
import { sayAnswer } from './faq-response';
import type { Respond } from './response';

/** Answers a question about the company's own state. Nobody is signed in yet: the general answer, and why. */
export function createAccountResponse(content: Content, answers: AnswerBuilder): Respond {
  return async (turn, part) => {
    const account = content.entries.get(part.intents[0]?.intent ?? '');
    const wanted = part.intents.map(({ intent }) => intent);
    const general = account?.general.find((id) => wanted.includes(id)) ?? account?.general[0] ?? '';
    await turn.say({ type: 'text', text: turn.t('account.notSignedIn') }, part);
    return sayAnswer(turn, { answers, entry: general, part });
  };
}
