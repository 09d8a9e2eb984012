/** Words on a card, shown as they are: a TextBlock would read Markdown in them. `look` as of a TextRun. */
export function plainText(words: string, look: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: words, ...look }] };
}
