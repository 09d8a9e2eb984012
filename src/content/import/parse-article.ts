import { matchLanguage, type Language } from '../../core/language';
import {
  ArticleError,
  type AnswerBlock,
  type Article,
  type ArticleProblem,
  type ArticleQuestion,
  type Wording,
} from './article';
import { readFrontMatter } from './front-matter';
import { isMarked, onOneLine, splitAtAnswer, unmarked } from './question-marks';
import { isSideBySide, readBlocks, type ArticleLanguages, type Block } from './read-blocks';
import { resolveLink } from './resolve-link';

/** Language of Microsoft's originals, and of the `sxs-lookup` spans. */
const ORIGINAL: Language = 'en';

/**
 * Reads a Microsoft Docs FAQ article, plain or side by side. A question is marked ("Q:", "**F.**"), or is a
 * heading or a bold paragraph that ends in a question mark; what follows up to the next one or a heading is
 * its answer. `language` is for articles that don't say theirs.
 * Throws an `ArticleError` that lists every problem, also when there is no question.
 */
export function parseArticle(markdown: string, language?: Language): Article {
  const text = markdown.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { body, offset, locale, dated } = readFrontMatter(text);
  const languages = languagesOf(body, locale, language);
  const { blocks, problems } = readBlocks(body, languages, offset);
  const found = collectQuestions(blocks.flatMap(splitBlock));
  const all = [...problems, ...found.flatMap(incomplete)].sort((a, b) => a.line - b.line);
  if (found.length === 0) all.push({ line: 1, reason: 'there is no question in this article' });
  if (all.length > 0) throw new ArticleError(all);
  return {
    dated,
    languages: Object.values(languages),
    questions: found.map(({ links, ...question }) => ({
      ...question,
      links: [...new Set(links.map(resolveLink))],
    })),
  };
}

function languagesOf(
  body: string,
  locale: string | undefined,
  language: Language | undefined,
): ArticleLanguages {
  const own = language ?? primary(locale);
  if (!isSideBySide(body)) return { own: own ?? ORIGINAL };
  if (own !== undefined && own !== ORIGINAL) return { own, lookup: ORIGINAL };
  const reason =
    'side by side, but neither ms.contentlocale nor --language says with which language';
  throw new ArticleError([{ line: 1, reason }]);
}

function primary(locale: string | undefined): Language | undefined {
  const language = locale?.split('-')[0]?.toLowerCase();
  return language === undefined ? undefined : matchLanguage(locale, [language]);
}

function splitBlock(block: Block): readonly Block[] {
  const parts = isMarked(block.text, 'question') ? splitAtAnswer(block.text) : undefined;
  if (parts === undefined) return [block];
  const [question, answer] = parts;
  return [
    { ...block, text: question, links: [] },
    { ...block, text: answer },
  ];
}

interface Draft extends ArticleQuestion {
  readonly answer: AnswerBlock[];
  readonly links: string[];
}

function collectQuestions(blocks: readonly Block[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let topic: Wording = new Map();
  let open: Draft | undefined;
  for (const { kind, line, text, isBold, links } of blocks) {
    if (isQuestion(kind, text, isBold)) {
      const question = onOneLine(unmarked(text, 'question'));
      open = { line, topic, question, answer: [], links: [] };
      drafts.push(open);
    } else if (kind === 'heading') {
      topic = onOneLine(text);
      open = undefined;
    } else if (open !== undefined) {
      const words = onOneLine(open.answer.length === 0 ? unmarked(text, 'answer') : text);
      if ([...words.values()].some((side) => side !== '')) open.answer.push({ kind, text: words });
      open.links.push(...links);
    }
  }
  return drafts;
}

function isQuestion(kind: Block['kind'], text: Wording, isBold: boolean): boolean {
  if (isMarked(text, 'question')) return true;
  return (kind === 'heading' || isBold) && [...text.values()].some((side) => side.endsWith('?'));
}

function incomplete({ line, question, answer }: Draft): readonly ArticleProblem[] {
  const reasons = [...question].flatMap(([language, words]) => [
    ...(words === '' ? [`the question is empty in ${language}`] : []),
    ...(answer.some(({ text }) => text.get(language))
      ? []
      : [`the question has no answer in ${language}`]),
  ]);
  return reasons.map((reason) => ({ line, reason }));
}
