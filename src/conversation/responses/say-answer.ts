import type { Answer, RelatedQuestion } from '../../core/answer';
import type { RecognizedPart } from '../../core/recognition';
import type { Offer, OfferedChoice, Outcome } from '../dialogs/choice-dialog';
import type { Recorder } from '../recorder';
import type { Turn } from '../turn';

/** Says an answer, offers related questions and asks whether it helped; gives what to choose from next. */
export async function sayAnswer(
  turn: Turn,
  { answer, part, recorder }: { answer: Answer; part: RecognizedPart; recorder: Recorder },
): Promise<Offer> {
  const { t } = turn;
  const asked = part.intents[0]?.intent;
  const id = await recorder.answered(turn, asked ?? answer.entry);
  // What was asked isn't offered again, unless as the way to the rest of its answer.
  const related = answer.related.filter(({ entry }) => entry !== asked || entry === answer.entry);
  const isListed = (answer.account?.table?.rows.length ?? 0) > 1;
  const offer = { ...offerAfter(turn, related, id), ...(isListed && { hasRows: true }) };
  const labels = {
    example: t('answer.example'),
    readMore: t('answer.readMore'),
    didThisHelp: t('answer.didThisHelp'),
  };
  const { choices } = offer;
  const message = await turn.say({ type: 'answer', answer, labels, choices, id }, part);
  await recorder.shown(turn, id, message);
  return offer;
}

function offerAfter({ t }: Turn, related: readonly RelatedQuestion[], answer: string): Offer {
  const yes = { type: 'helped', helped: true, answer } as const;
  const no = { type: 'helped', helped: false, answer } as const;
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

const WAYS_OUT = new Set<Outcome['type']>(['none', 'helped', 'no-ticket', 'comment', 'no-comment']);

/** A choice whose click sends its own title. */
export function choice(title: string, outcome: Outcome): OfferedChoice {
  const wayOut = WAYS_OUT.has(outcome.type);
  return { title, value: title, outcome, ...(wayOut && { wayOut }) };
}
