import MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../core/escape-html';
import { Html } from '../html';

// Only what the bot emphasizes, and its links as mere text: one in a transcript may be what a person typed and the bot repeated.
const markdown = new MarkdownIt('zero', { html: false }).enable([
  'emphasis',
  'escape',
  'newline',
  'link',
]);
markdown.renderer.rules['link_open'] = () => '';
markdown.renderer.rules['link_close'] = (tokens, at) => {
  const opened = tokens.slice(0, at).findLast(({ type }) => type === 'link_open');
  return ` (${escapeHtml(String(opened?.attrGet('href') ?? ''))})`;
};

/** What the bot said in Markdown, as a line of a transcript: where its lines end is left to the style sheet. */
export function botText(text: string): Html {
  return new Html(markdown.renderInline(text));
}
