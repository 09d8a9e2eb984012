import type { EntryId } from '../../core/entry';
import type { Language } from '../../core/language';
import type { ScoredIntent } from '../../core/recognition';
import type { Content } from '../content';
import type { Article, ArticleQuestion } from './article';
import { findChange, type SourceChange } from './find-change';
import { fingerprintOf, type Fingerprint, type SourceRecord } from './source-record';

/** Tells which entries could answer a question, best first, as the bot itself would understand it. */
export type Understand = (question: string, language: Language) => readonly ScoredIntent[];

/** A question of the article and the entry that answers it. */
export interface Match {
  readonly entry: EntryId;
  readonly question: ArticleQuestion;
}

/** How an article differs from what the entries were written from. */
export interface Comparison {
  readonly unchanged: readonly Match[];
  readonly changed: readonly (Match & SourceChange)[];
  /** Understood as an entry whose source isn't recorded yet. */
  readonly matched: readonly Match[];
  readonly unsure: readonly {
    readonly question: ArticleQuestion;
    readonly candidates: readonly ScoredIntent[];
  }[];
  readonly fresh: readonly ArticleQuestion[];
  /** Entries that name this source, but whose question is no longer in it. */
  readonly gone: readonly EntryId[];
}

export interface ComparisonInput {
  readonly article: Article;
  /** Key of `dialogs/sources.json`. */
  readonly source: string;
  readonly record: SourceRecord;
  readonly content: Content;
  readonly understand: Understand;
  /** What a person says: entry by line of the question. */
  readonly told: ReadonlyMap<number, EntryId>;
}

/** Share of the sentences that makes a reworded question still the same one. */
const SAME_ANSWER = 0.5;
/** Least score in each language to take a question for an entry without a record. */
const SURE = 0.7;
/** Least score in some language to name an entry as a candidate. */
const POSSIBLE = 0.15;
const WORTH_NAMING = 0.05;

/** Compares an article with the recorded source of each entry. Pure. */
export function compareArticle(input: ComparisonInput): Comparison {
  const { article, record, content, source } = input;
  const found = new Map<EntryId, Match & { readonly isKnown: boolean }>();
  const rest: ArticleQuestion[] = [];
  for (const question of article.questions) {
    const entry = input.told.get(question.line) ?? knownEntry(fingerprintOf(question), record);
    const isKnown = entry !== undefined && record.entries[entry] !== undefined;
    if (entry === undefined || found.has(entry)) rest.push(question);
    else found.set(entry, { entry, question, isKnown });
  }
  const unsure: { question: ArticleQuestion; candidates: readonly ScoredIntent[] }[] = [];
  const fresh: ArticleQuestion[] = [];
  for (const question of rest) {
    const scores = scoreEntries(question, input);
    const [best] = scores;
    const isFree = best && !found.has(best.intent) && record.entries[best.intent] === undefined;
    if (best && isFree && best.score >= SURE)
      found.set(best.intent, { entry: best.intent, question, isKnown: false });
    else if (best && best.score >= POSSIBLE)
      unsure.push({
        question,
        candidates: scores.filter(({ score }) => score >= WORTH_NAMING).slice(0, 3),
      });
    else fresh.push(question);
  }
  const candidates = new Set(unsure.flatMap((item) => item.candidates.map(({ intent }) => intent)));
  const matches = [...found.values()].map(({ isKnown, ...match }) => {
    const known = isKnown ? record.entries[match.entry] : undefined;
    return { match, change: known && findChange(match.question, known), isKnown };
  });
  return {
    unchanged: matches.filter((m) => m.isKnown && !m.change).map(({ match }) => match),
    changed: matches.flatMap(({ match, change }) => (change ? [{ ...match, ...change }] : [])),
    matched: matches.filter(({ isKnown }) => !isKnown).map(({ match }) => match),
    ...{ unsure, fresh },
    gone: [...content.entries.values()]
      .filter((entry) => entry.kind === 'faq' && entry.source === source)
      .map(({ id }) => id)
      .filter((id) => !found.has(id) && !candidates.has(id)),
  };
}

/** The entry that was written from the same question, or from much the same answer. */
function knownEntry(print: Fingerprint, record: SourceRecord): EntryId | undefined {
  const entries = Object.entries(record.entries);
  const same = entries.find(([, known]) => isSameQuestion(print, known));
  if (same !== undefined) return same[0];
  const [best] = entries
    .map(([id, known]) => ({ id, overlap: overlapOf(print, known) }))
    .sort((one, other) => other.overlap - one.overlap);
  return best !== undefined && best.overlap >= SAME_ANSWER ? best.id : undefined;
}

function isSameQuestion(print: Fingerprint, known: Fingerprint): boolean {
  return Object.entries(print.question).some(([key, hash]) => known.question[key] === hash);
}

/** Share of sentences that two answers have in common, 0 to 1, in the language where it is most. */
function overlapOf(print: Fingerprint, known: Fingerprint): number {
  const shares = Object.entries(print.answer).map(([language, hashes]) => {
    const others = new Set(known.answer[language]);
    const all = new Set([...hashes, ...others]);
    return all.size === 0 ? 0 : hashes.filter((hash) => others.has(hash)).length / all.size;
  });
  return Math.max(0, ...shares);
}

/** Scores of the FAQ entries that could answer a question: the lowest over its languages, best first. */
function scoreEntries(question: ArticleQuestion, input: ComparisonInput): readonly ScoredIntent[] {
  const { content, understand } = input;
  const byLanguage = [...question.question].map(([language, text]) => {
    const scores = new Map<EntryId, number>();
    for (const { intent, score } of understand(text, language)) {
      const entry = content.entries.get(intent);
      const id = entry?.kind === 'account' ? entry.general[0] : entry?.id;
      if (id !== undefined && content.entries.get(id)?.kind === 'faq')
        scores.set(id, (scores.get(id) ?? 0) + score);
    }
    return scores;
  });
  const ids = new Set(byLanguage.flatMap((scores) => [...scores.keys()]));
  return [...ids]
    .map((intent) => ({
      intent,
      score: Math.min(...byLanguage.map((scores) => scores.get(intent) ?? 0)),
    }))
    .sort((one, other) => other.score - one.score);
}
