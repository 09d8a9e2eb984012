import type { Content } from '../content';
import type { ArticleQuestion } from './article';
import type { Comparison } from './compare-article';
import type { SourceChange } from './find-change';

/** What a comparison found, for a person to read: what to do first, what is fine last. */
export function formatComparison(comparison: Comparison, content: Content): string {
  const { changed, fresh, unsure, gone, matched, unchanged } = comparison;
  const sections = [
    section('Changed: review these answers in every language', changed, (change) => [
      `${change.entry} (line ${change.question.line})`,
      ...describeChange(change),
    ]),
    section('New: no entry answers these yet', fresh, describeQuestion),
    section('Unsure: new, or another wording of an entry?', unsure, ({ question, candidates }) => [
      ...describeQuestion(question),
      ...candidates.map(
        ({ intent, score }) =>
          `  perhaps ${intent} (${percent(score)}): --as ${question.line}=${intent}`,
      ),
    ]),
    section('Gone: the source no longer has these questions', gone, (entry) => [
      `${entry}: ${[...content.in.values()][0]?.titles.get(entry)?.question ?? ''}`,
    ]),
    section('Found for the first time: look whether they fit', matched, ({ entry, question }) => [
      `${entry} (line ${question.line})`,
      ...wordings(question),
    ]),
  ];
  const counts = [
    `${unchanged.length} unchanged`,
    `${changed.length} changed`,
    `${fresh.length} new`,
    `${unsure.length} unsure`,
    `${gone.length} gone`,
    `${matched.length} found for the first time`,
  ];
  return [...sections.filter((text) => text !== ''), counts.join(', ')].join('\n\n');
}

function section<T>(title: string, items: readonly T[], describe: (item: T) => readonly string[]) {
  if (items.length === 0) return '';
  const lines = items.flatMap((item) => {
    const [first = '', ...rest] = describe(item);
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
  });
  return [`${title}:`, ...lines].join('\n');
}

function describeQuestion(question: ArticleQuestion): readonly string[] {
  return [`line ${question.line}`, ...wordings(question)];
}

function wordings({ question }: ArticleQuestion): readonly string[] {
  return [...question].map(([language, text]) => `${language}: ${text}`);
}

function describeChange(change: SourceChange & { readonly question: ArticleQuestion }) {
  const { reworded, added, removed, addedLinks, removedLinks, question } = change;
  return [
    ...reworded.map((key) => `question reworded, ${key}: ${question.question.get(key) ?? ''}`),
    ...[...added].flatMap(([key, sentences]) => sentences.map((text) => `new, ${key}: ${text}`)),
    ...[...removed].flatMap(([key, count]) => (count > 0 ? [`${count} gone, ${key}`] : [])),
    ...addedLinks.map((link) => `new link: ${link}`),
    ...removedLinks.map((link) => `link gone: ${link}`),
  ];
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}
