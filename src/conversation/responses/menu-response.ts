import type { Content } from '../../content/content';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer } from '../dialogs/choice-dialog';
import type { Turn } from '../turn';
import { choice } from './say-answer';

/** The topics of the menu as choices. */
export function topicOffer({ t }: Pick<Turn, 't'>, content: Content): Offer {
  return {
    choices: content.topics.map(({ topic }) =>
      choice(t(`topics:${topic}`), { type: 'topic', topic }),
    ),
    byWords: true,
  };
}

/** Lists the questions of a topic. */
export async function sayTopic(
  turn: Turn,
  topic: string,
  { content, answers }: { content: Content; answers: AnswerBuilder },
): Promise<Offer> {
  const { t, language } = turn;
  const entries = content.topics.find((candidate) => candidate.topic === topic)?.entries ?? [];
  const choices = entries
    .map((entry) => answers.title(entry, language))
    .map(({ entry, title }) => choice(title, { type: 'entry', entry }));
  const text = t('menu.topic', { topic: t(`topics:${topic}`) });
  await turn.say({ type: 'question', text, choices });
  return { choices, byWords: true };
}
