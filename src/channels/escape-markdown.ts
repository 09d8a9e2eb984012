/** Plain text made safe to stand in Markdown: its characters are shown, not read as mark-up. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);
}
