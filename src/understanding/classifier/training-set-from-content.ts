import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Content, LanguageContent } from '../../content/content';
import { contentError } from '../../content/fault';
import type { Language } from '../../core/language';
import type { IntentId } from '../../core/recognition';
import { EMPTY_LEXICON, lexiconSchema } from '../languages/lexicon';
import type { HeldOutUtterance, TrainingSet } from './training-set';

const heldOutLine = z.looseObject({
  text: z.string(),
  intents: z.array(z.string()).min(1),
  style: z.string().optional(),
});

/** Messages that ask two things have no single right intent. */
const TWO_QUESTIONS = 'two-questions';

/**
 * Takes the training set from the content: utterances and titles to train on, `locales/<language>/held-out.jsonl`
 * to calibrate on. Throws a `ContentError` for a held-out line or lexicon that can't be read.
 */
export function trainingSetFromContent(root: string, content: Content): TrainingSet {
  const byLanguage = <T>(take: (language: Language, words: LanguageContent) => T) =>
    Object.fromEntries(
      [...content.in].map(([language, words]) => [language, take(language, words)]),
    );
  return {
    utterances: byLanguage((_, words) => withTitles(words)),
    heldOut: byLanguage((language) => readHeldOut(root, `locales/${language}/held-out.jsonl`)),
    lexicons: byLanguage((language) => readLexicon(root, `locales/${language}/lexicon.json`)),
  };
}

function withTitles({ utterances, titles }: LanguageContent): Record<IntentId, readonly string[]> {
  return Object.fromEntries(
    Object.entries(utterances).map(([intent, lines]) => {
      const title = titles.get(intent);
      return [intent, title === undefined ? lines : [...lines, title.question, title.short]];
    }),
  );
}

function readHeldOut(root: string, file: string): readonly HeldOutUtterance[] {
  if (!existsSync(join(root, file))) return [];
  const lines = readFileSync(join(root, file), 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line, index) => parse(heldOutLine, line, `${file}:${index + 1}`))
    .filter(({ style }) => style !== TWO_QUESTIONS);
}

function readLexicon(root: string, file: string) {
  if (!existsSync(join(root, file))) return EMPTY_LEXICON;
  return parse(lexiconSchema, readFileSync(join(root, file), 'utf8'), file);
}

function parse<T>(schema: z.ZodType<T>, json: string, file: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    throw contentError([{ file, reason: error instanceof Error ? error.message : String(error) }]);
  }
}
