/** Words on a card, shown as they are: a TextBlock would read Markdown in them. `look` as of a TextRun. */
export function plainText(words: string, look: Readonly<Record<string, unknown>> = {}): object {
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: withoutDates(words), ...look }],
  };
}

/** Words on a card without what its client would read as an instant and format: `{{DATE(…)}}` is shown as it is. */
export function withoutDates(words: string): string {
  return words.replace(/\{(?=\{(?:DATE|TIME)\()/g, '{\u2060');
}
