import { NONE } from '../../core/recognition';
import type { Redactor } from '../../privacy/redactor';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer } from '../dialogs/choice-dialog';
import { quote } from './quote';
import { choice } from './say-answer';
import type { Respond } from './response';

const MOST_CHOICES = 3;
/** Nobody means to ask for these: as a choice they would only be odd. */
const PLEASANTRIES = new Set(['service.greeting', 'service.thanks', 'service.goodbye']);

/** Asks which of the likeliest entries is meant, at most three, and leaves a way out; declines when there is none. */
export function createClarifyResponse(
  answers: AnswerBuilder,
  redactor: Redactor,
  decline: Respond,
): Respond {
  return async (turn, part) => {
    const { t, language, recognition } = turn;
    const candidates = part.intents
      .filter(({ intent }) => intent !== NONE && !PLEASANTRIES.has(intent))
      .slice(0, MOST_CHOICES)
      .map(({ intent }) => answers.title(intent, language));
    const none = { type: 'none' } as const;
    if (candidates.length === 0) return decline(turn, part);
    const choices = [
      ...candidates.map(({ entry, title }) => choice(title, { type: 'entry', entry })),
      choice(t('clarify.noneOfThese'), none),
    ];
    const [only, ...others] = candidates;
    const single = only !== undefined && others.length === 0;
    const several = recognition.parts.length > 1;
    const text = single
      ? t('clarify.single')
      : several
        ? t('clarify.partOf', { part: await quote(part.text, redactor) })
        : t('clarify.which');
    await turn.say({ type: 'question', text, choices }, part);
    const offer: Offer = { choices, no: none, byWords: true };
    return single ? { ...offer, yes: { type: 'entry', entry: only.entry } } : offer;
  };
}
