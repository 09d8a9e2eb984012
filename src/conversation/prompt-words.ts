import { z } from 'zod';
import type { Content } from '../content/content';
import { fold } from '../content/fold';
import type { PromptWords } from './match-choice';

const words = z.array(z.string());
const promptsFile = z.object({
  yes: words,
  no: words,
  cancel: words,
  noneOfThese: words,
  last: words,
  ordinals: z.array(words),
  fillers: words,
  hesitations: words,
});

/** Words of all languages together: a person who chats in Swedish may still answer "yes" or "the second one". */
export function loadPromptWords(content: Content): PromptWords {
  const files = [...content.in.values()].map(({ words }) => promptsFile.parse(words['prompts']));
  const all = (key: Exclude<keyof PromptWords, 'ordinals'>) =>
    files.flatMap((file) => file[key].map(fold));
  const places = Math.max(...files.map(({ ordinals }) => ordinals.length));
  return {
    yes: all('yes'),
    no: all('no'),
    cancel: all('cancel'),
    noneOfThese: all('noneOfThese'),
    last: all('last'),
    ordinals: Array.from({ length: places }, (_, place) =>
      files.flatMap(({ ordinals }) => (ordinals[place] ?? []).map(fold)),
    ),
    fillers: all('fillers'),
    hesitations: all('hesitations'),
  };
}
