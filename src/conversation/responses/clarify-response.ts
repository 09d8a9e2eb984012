import { NONE } from '../../core/recognition';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer } from '../dialogs/choice-dialog';
import { choice } from './say-answer';
import type { Respond } from './response';

const MOST_CHOICES = 3;
/** Enough of a part to recognize it by. */
const QUOTED_LENGTH = 60;

/** Asks which of the likeliest entries is meant, at most three, and leaves a way out. */
export function createClarifyResponse(answers: AnswerBuilder): Respond {
  return async (turn, part) => {
    const { t, language, recognition } = turn;
    const candidates = part.intents
      .filter(({ intent }) => intent !== NONE)
      .slice(0, MOST_CHOICES)
      .map(({ intent }) => answers.title(intent, language));
    const none = { type: 'none' } as const;
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
        ? t('clarify.partOf', { part: excerpt(part.text) })
        : t('clarify.which');
    await turn.say({ type: 'question', text, choices }, part);
    const offer: Offer = { choices, no: none, byWords: true };
    return single ? { ...offer, yes: { type: 'entry', entry: only.entry } } : offer;
  };
}

/** The beginning of a text, cut at a word. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= QUOTED_LENGTH) return line;
  const cut = line.slice(0, QUOTED_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : QUOTED_LENGTH)}…`;
}
