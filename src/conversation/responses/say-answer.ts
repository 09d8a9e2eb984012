import type { Answer, RelatedQuestion } from '../../core/answer';
import type { RecognizedPart } from '../../core/recognition';
import type { Offer, OfferedChoice } from '../dialogs/choice-dialog';
import type { Turn } from '../turn';

/** Says an answer, offers related questions and asks whether it helped; gives what to choose from next. */
export async function sayAnswer(turn: Turn, answer: Answer, part: RecognizedPart): Promise<Offer> {
  const { t } = turn;
  const asked = part.intents[0]?.intent;
  const related = answer.related.filter(({ entry }) => entry !== asked);
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
    ...related.map(({ entry, title, short }) => ({
      ...choice(title, { type: 'entry', entry }),
      value: short,
    })),
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
