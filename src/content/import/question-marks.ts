import type { Language } from '../../core/language';
import type { Wording } from './article';

/** What stands before a question or an answer, by language; machine translation leaves some in English. */
const MARKS: Readonly<Record<Language, { readonly question: string; readonly answer: string }>> = {
  en: { question: 'q|question', answer: 'a|answer' },
  sv: { question: 'f|q|fråga|frågan', answer: 's|a|svar|svaret' },
};
const DEFAULT_MARKS = { question: 'q|question', answer: 'a|answer' };

/** The patterns of a language: "Q:", "F.", "Q 3)", "Svar:". */
function marksOf(language: Language) {
  const { question, answer } = MARKS[language] ?? DEFAULT_MARKS;
  const pattern = (names: string) => new RegExp(`^(?:${names})\\s?\\d*\\s?[.:)](?:\\s+|$)`, 'iu');
  return { question: pattern(question), answer: pattern(answer) };
}

/** Whether a text is marked as a question or an answer in any of its languages. */
export function isMarked(text: Wording, as: 'question' | 'answer'): boolean {
  return [...text].some(([language, words]) => marksOf(language)[as].test(words));
}

/** The text without its mark. */
export function unmarked(text: Wording, as: 'question' | 'answer'): Wording {
  return new Map(
    [...text].map(([language, words]) => [language, words.replace(marksOf(language)[as], '')]),
  );
}

/** The text without line breaks and surplus spaces. */
export function onOneLine(text: Wording): Wording {
  return new Map(
    [...text].map(([language, words]) => [language, words.replace(/\s+/g, ' ').trim()]),
  );
}

/** A block that holds question and answer on lines of their own, as two; undefined when it doesn't in every language. */
export function splitAtAnswer(text: Wording): readonly [Wording, Wording] | undefined {
  const before = new Map<Language, string>();
  const after = new Map<Language, string>();
  for (const [language, words] of text) {
    const lines = words.split('\n');
    const at = lines.findIndex((line, i) => i > 0 && marksOf(language).answer.test(line));
    if (at === -1) return undefined;
    before.set(language, lines.slice(0, at).join('\n'));
    after.set(language, lines.slice(at).join('\n'));
  }
  return [before, after];
}
