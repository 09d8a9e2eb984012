import { NONE } from '../../core/recognition';
import type { Content } from '../content';
import type { ExchangeContent, ExchangeEntry } from './exchange-format';

/** What the content says, as the exchange formats carry it. */
export function contentToExchange(content: Content): ExchangeContent {
  return new Map(
    [...content.in].map(([language, { titles, answers, utterances }]) => [
      language,
      [...content.entries.keys(), NONE].map((id): ExchangeEntry => {
        const text = answers.get(id) ?? titles.get(id);
        return { id, ...(text && { text }), utterances: utterances[id] ?? [] };
      }),
    ]),
  );
}
