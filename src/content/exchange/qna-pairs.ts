import type { Language } from '../../core/language';
import { fromMarkdown, toMarkdown } from './answer-markdown';
import { ExchangeError, type ExchangeEntry, type Loss } from './exchange-format';

/** A question-and-answer pair as the QnA formats know it: the first question is the entry's title. */
export interface QnaPair {
  /** Where in a file it stands, for messages. */
  readonly place: string;
  readonly questions: readonly string[];
  /** Markdown. */
  readonly answer: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface QnaPairs {
  readonly pairs: readonly QnaPair[];
  readonly losses: readonly Loss[];
}

/** The entries that have an answer as pairs; the others are losses, as these formats know no question without one. */
export function pairsOf(entries: readonly ExchangeEntry[], language: Language): QnaPairs {
  const pairs: QnaPair[] = [];
  const losses: Loss[] = [];
  for (const { id, text, utterances } of entries) {
    if (text === undefined || !('verdict' in text)) {
      losses.push({ language, entry: id, part: 'entry', reason: 'has no answer of its own' });
      continue;
    }
    pairs.push({
      place: id,
      questions: [text.question, ...utterances],
      answer: toMarkdown(text),
      metadata: { entry: id, language, short: text.short },
    });
  }
  return { pairs, losses };
}

/** The entries of pairs. Throws an `ExchangeError` for a pair that names no entry or whose answer has lost its parts. */
export function entriesOf(pairs: readonly QnaPair[]) {
  const languages = new Set(pairs.map(({ metadata }) => metadata['language'] ?? ''));
  const [language = ''] = languages;
  if (languages.size !== 1 || language === '')
    throw new ExchangeError('metadata', 'must name one language for all pairs');
  return { language, entries: pairs.map(entryOf) };
}

function entryOf({ place, questions, answer, metadata }: QnaPair): ExchangeEntry {
  const { entry: id = '', short = '' } = metadata;
  const [question = '', ...utterances] = questions;
  if (id === '') throw new ExchangeError(place, 'its metadata name no entry');
  const parts = fromMarkdown(answer);
  if (parts === undefined)
    throw new ExchangeError(place, `the answer of ${id} must begin with its verdict in bold`);
  return { id, text: { question, short, ...parts }, utterances };
}
