import MarkdownIt from 'markdown-it';

// HTML in a text is shown as it was written, as Web Chat does; links open beside the preview.
const markdown = new MarkdownIt({ html: false, breaks: true });

/** Markdown as the HTML that a chat shows. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
