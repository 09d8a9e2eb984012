import { faqText, type FaqText } from '../schemas';

/** An answer without its titles. */
type Answer = Omit<FaqText, 'question' | 'short'>;

/** Reads as Markdown anywhere: verdict bold, steps numbered, the example quoted, the note in italics. */
export function toMarkdown({ verdict, paragraphs, steps, example, note }: Answer): string {
  const blocks = [
    `**${escape(verdict)}**`,
    ...paragraphs.map(escape),
    steps.map((step, index) => `${index + 1}. ${escape(step)}`).join('\n'),
    example === undefined ? '' : `> ${escape(example)}`,
    note === undefined ? '' : `*${escape(note)}*`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Takes such Markdown apart again; undefined when it has no verdict. */
export function fromMarkdown(markdown: string): Answer | undefined {
  const blocks = markdown.trim().split(/\n\s*\n/);
  const [, verdict] = /^\*\*([^]+)\*\*$/.exec(blocks[0] ?? '') ?? [];
  if (verdict === undefined) return undefined;
  const answer = { verdict: unescape(verdict), paragraphs: [] as string[], steps: [] as string[] };
  let example: string | undefined;
  let note: string | undefined;
  for (const block of blocks.slice(1)) {
    const [, italic] = /^\*([^*][^]*)\*$/.exec(block) ?? [];
    if (block.startsWith('1. '))
      answer.steps.push(...block.split('\n').map((line) => unescape(line.replace(/^\d+\. /, ''))));
    else if (block.startsWith('> ')) example = unescape(block.slice(2));
    else if (italic !== undefined) note = unescape(italic);
    else answer.paragraphs.push(unescape(block));
  }
  const whole = { ...answer, ...(example && { example }), ...(note && { note }) };
  return faqText.omit({ question: true, short: true }).safeParse(whole).data;
}

function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|&]/g, '\\$&')
    .replace(/^(\d+)\. /, '$1\\. ')
    .replace(/^[-+](?=\s)/, '\\$&')
    .replaceAll('\n', '<br>');
}

function unescape(text: string): string {
  return text.replace(/<br>|\\([\\`*_[\]<>#|&.+-])/g, (_, escaped?: string) => escaped ?? '\n');
}
