import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fold } from '../fold';
import type { ArticleQuestion } from './article';

const hash = z.string().regex(/^[0-9a-f]{12}$/);

const fingerprint = z.strictObject({
  /** By language: hash of the question. */
  question: z.record(z.string(), hash),
  /** By language: hashes of the sentences of the answer, in order. */
  answer: z.record(z.string(), z.array(hash)),
  links: z.array(z.string()),
  /** Set on the day on which the import finds the source changed; removed when a person has reviewed the entry. */
  changed: z.iso.date().optional(),
});

/**
 * `dialogs/sources/<source>.json`: the text that each entry was written from, as hashes: enough to see
 * that the source has changed since, without keeping a copy of it.
 */
export const sourceRecord = z.strictObject({
  entries: z.record(z.string(), fingerprint),
});

export type Fingerprint = z.infer<typeof fingerprint>;
export type SourceRecord = z.infer<typeof sourceRecord>;

/** What to recognize a question of an article by. Case, punctuation and spacing don't count. */
export function fingerprintOf({ question, answer, links }: ArticleQuestion): Fingerprint {
  const languages = [...question.keys()].sort();
  return {
    question: Object.fromEntries(
      languages.map((language) => [language, hashOf(question.get(language) ?? '')]),
    ),
    answer: Object.fromEntries(
      languages.map((language) => [
        language,
        answer.flatMap(({ text }) => sentencesOf(text.get(language) ?? '', language).map(hashOf)),
      ]),
    ),
    links: [...links],
  };
}

/** The sentences of a text. */
export function sentencesOf(text: string, language: string): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** The hash by which a record knows a sentence. */
export function hashOf(text: string): string {
  return createHash('sha256').update(fold(text)).digest('hex').slice(0, 12);
}
