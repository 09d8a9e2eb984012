import type { RelatedQuestion } from '../../core/answer';
import type { EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer, OfferedChoice } from '../dialogs/choice-dialog';
import type { Turn } from '../turn';
import type { Respond } from './response';

/** Answers the part's best intent from authored content, then offers related questions and asks whether it helped. */
export function createFaqResponse(answers: AnswerBuilder): Respond {
  return async (turn, part) => {
    const entry = part.intents[0]?.intent ?? '';
    return sayAnswer(turn, { answers, entry, part });
  };
}

/** Says the authored answer of an entry; gives what to choose from next. */
export async function sayAnswer(
  turn: Turn,
  { answers, entry, part }: { answers: AnswerBuilder; entry: EntryId; part: RecognizedPart },
): Promise<Offer> {
  const { t } = turn;
  const answer = answers.answer(entry, turn.language);
  const asked = part.intents[0]?.intent;
  const related = answer.related.filter((question) => question.entry !== asked);
  const offer = offerAfter(turn, related);
  const labels = {
    example: t('answer.example'),
    readMore: t('answer.readMore'),
    didThisHelp: t('answer.didThisHelp'),
  };
  await turn.say({ type: 'answer', answer, labels, choices: offer.choices }, part);
  return offer;
}

function offerAfter({ t }: Turn, related: readonly RelatedQuestion[]): Offer {
  const yes = { type: 'helped', helped: true } as const;
  const no = { type: 'helped', helped: false } as const;
  const choices: OfferedChoice[] = [
    ...related.map(({ entry, title }) => choice(title, { type: 'entry', entry })),
    choice(t('feedback.yes'), yes),
    choice(t('feedback.no'), no),
  ];
  return { choices, yes, no, byWords: false };
}

/** A choice whose click sends its own title. */
export function choice(title: string, outcome: OfferedChoice['outcome']): OfferedChoice {
  const wayOut = outcome.type === 'none' || outcome.type === 'helped';
  return { title, value: title, outcome, ...(wayOut && { wayOut }) };
}
