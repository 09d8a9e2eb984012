import { z } from 'zod';
import type { Content } from '../content/content';
import { spaced } from '../content/fold';
import type { AnsweredQuestion, ConversationMemory } from './remembered';

const orderFile = z.object({ ofSeveral: z.array(z.array(z.string())) });

/**
 * Makes the reader of which question a message goes back to: "and the first, even for a big one?" after a message that
 * asked two things; of all others, the one answered last.
 */
export function createSpokenOf(
  content: Content,
): (utterance: string, memory: ConversationMemory) => Partial<AnsweredQuestion> {
  const orders = [...content.in.values()].flatMap(({ words }) => {
    const file = orderFile.safeParse(words['remarks']);
    return file.success ? [file.data.ofSeveral.map((forms) => forms.map(spaced))] : [];
  });
  return (utterance, { together = [], previous, previousText }) => {
    const said = spaced(utterance);
    const holds = (forms: readonly string[]) => forms.some((form) => said.includes(form));
    const place = orders.map((order) => order.findIndex(holds)).find((index) => index >= 0);
    return together[place ?? -1] ?? { previous, previousText };
  };
}
