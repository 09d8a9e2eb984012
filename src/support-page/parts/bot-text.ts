import MarkdownIt from 'markdown-it';
import { Html } from '../html';

// Only what the bot emphasizes: a link or an image in a transcript may be what a person typed and the bot repeated.
const emphasis = new MarkdownIt('zero', { html: false, breaks: true }).enable([
  'emphasis',
  'escape',
  'newline',
]);

/** What the bot said in Markdown, as a line of a transcript. */
export function botText(text: string): Html {
  return new Html(emphasis.renderInline(text));
}
