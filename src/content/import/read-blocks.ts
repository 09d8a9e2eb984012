import MarkdownIt, { type Token } from 'markdown-it';
import type { Language } from '../../core/language';
import type { ArticleProblem } from './article';
import { LocalizedText } from './localized-text';

/** A heading, paragraph or list item of an article in each of its languages. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly line: number;
  /** Texts in plain words, line breaks kept. */
  readonly text: ReadonlyMap<Language, string>;
  /** Whether all of the text is bold. */
  readonly isBold: boolean;
  /** Targets of its links as written. */
  readonly links: readonly string[];
}

/** Which languages an article is in: its own, and for the side-by-side form the one in the `sxs-lookup` spans. */
export interface ArticleLanguages {
  readonly own: Language;
  readonly lookup?: Language;
}

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly problems: readonly ArticleProblem[];
}

const SIDE_BY_SIDE = /<span\b[^>]*class="sxs-lookup"/;

// HTML blocks are off: a line that begins with a span is a paragraph of the article.
const markdown = new MarkdownIt('default', { html: true }).disable('html_block');

/** Whether an article shows each sentence in two languages. */
export function isSideBySide(body: string): boolean {
  return SIDE_BY_SIDE.test(body);
}

/** Reads the body of an article into blocks; `offset` is the number of lines before it. */
export function readBlocks(body: string, languages: ArticleLanguages, offset: number): ReadBlocks {
  const blocks: Block[] = [];
  const problems: ArticleProblem[] = [];
  let kind: Block['kind'] = 'paragraph';
  let lists = 0;
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'heading_open') kind = 'heading';
    else if (token.type === 'paragraph_open') kind = lists > 0 ? 'item' : 'paragraph';
    else if (token.type.endsWith('_list_open')) lists++;
    else if (token.type.endsWith('_list_close')) lists--;
    const line = (token.map?.[0] ?? 0) + 1 + offset;
    const spans = inlineOf(token);
    if (spans === undefined) continue;
    const { text, isBold, links, problem } = LocalizedText.read(spans, languages);
    if (problem !== undefined) problems.push({ line, reason: problem });
    if ([...text.values()].some((side) => side !== ''))
      blocks.push({ kind, line, text, isBold, links });
  }
  return { blocks, problems };
}

/** What a token says; undefined for one that only opens or closes. */
function inlineOf(token: Token): readonly Token[] | undefined {
  if (token.type === 'inline') return token.children ?? [];
  return token.type === 'fence' || token.type === 'code_block' ? [token] : undefined;
}
