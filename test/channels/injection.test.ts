import MarkdownIt from 'markdown-it';
import { z } from 'zod';
import { accountCard } from '../../src/channels/account-card';
import { channelOf } from '../../src/channels/channel-of';
import { escapeMarkdown } from '../../src/channels/escape-markdown';
import { plainChannel } from '../../src/channels/plain/plain-channel';
import { renderAnswer } from '../../src/channels/render-answer';
import { chosenCard, choiceCard } from '../../src/channels/teams/choice-card';

/** Reads Markdown as Web Chat does; Teams reads a part of it. */
const markdown = new MarkdownIt({ breaks: true });

const typed = [
  '[click me](https://evil.example)',
  '<https://evil.example>',
  '![x](https://evil.example/x.png)',
  '**bold** _slanted_ ~~gone~~ `code`',
  '# heading\n===\n---\n> quoted',
  '- one\n+ two\n1. three\n2) four',
  '    indented code',
  '<script>alert(1)</script>',
  '[a]: https://evil.example\n[a]',
  'one | two\n--- | ---\nthree | four',
  'one | two\n:--- | :---\nthree | four',
  String.raw`\[click\](https://evil.example)`,
  '&lt;b&gt; &#91;x&#93;(https://evil.example) &amp; AT&T',
];

const MARKUP = /<(?!\/?p>|br>)/;
/** Choices are a numbered list. */
const MARKUP_IN_LISTS = /<(?!\/?(?:p|ol|li)>|br>)/;
/** Our own: what is bold or slanted, and lists. */
const MARKUP_IN_ANSWERS = /<(?!\/?(?:p|ol|ul|li|strong|em)>|br>)/;
const LABELS = { example: 'Example', readMore: 'More' };

it.each(typed)('%j typed by a person is shown as it is in a message', (text) => {
  const html = markdown.render(escapeMarkdown(text));
  expect(html).not.toMatch(MARKUP);
  const shown = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (_, name: string) => NAMED[name] ?? '');
  expect(shown.trim()).toBe(text.trim());
});

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const element = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  fallbackText: z.string().optional(),
});
const facts = z.array(z.looseObject({ title: z.string(), value: z.string() }));

it.each(typed)('%j makes no mark-up in a list of choices', (text) => {
  const choices = [{ title: text, value: text }];
  const [said] = plainChannel.render({ type: 'question', language: 'en', text: '', choices });
  expect(markdown.render(said.text ?? '')).not.toMatch(MARKUP_IN_LISTS);
});

it.each(typed)('%j in an account makes no mark-up in an answer as text', (text) => {
  const table = { columns: ['Name', text, 'Seats'], rows: [[text, text, text]] };
  const facts = { heading: text, lines: [text], table, details: [text], isLong: true, asOf: text };
  const answer = {
    entry: 'a.b',
    language: 'en',
    title: text,
    verdict: text,
    worked: [text, text],
    paragraphs: [text],
  };
  const parts = { steps: [text], example: text, note: text, general: text, source: text };
  const said = renderAnswer(
    { ...answer, ...parts, links: [], related: [], account: facts },
    LABELS,
  );
  expect(markdown.render(said)).not.toMatch(MARKUP_IN_ANSWERS);
  const [own] = text.split('\n');
  expect(said.split(escapeMarkdown(own ?? '')).length).toBeGreaterThan(12);
});

it.each(['constructor', '__proto__', 'toString'])('a channel called %s is a plain one', (id) => {
  expect(channelOf(id)).toBe(plainChannel);
});

/** All texts of a card that clients read as Markdown: those of TextBlocks and FactSets, and the one for old clients. */
function markdownIn(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(markdownIn);
  if (typeof card !== 'object' || card === null) return [];
  const own = element.safeParse(card).data;
  const told = facts.safeParse('facts' in card ? card.facts : undefined).data ?? [];
  return [
    ...(own?.type === 'TextBlock' ? [own.text ?? ''] : []),
    ...(own?.fallbackText === undefined ? [] : [own.fallbackText]),
    ...told.flatMap(({ title, value }) => [title, value]),
    ...Object.values(card).flatMap(markdownIn),
  ];
}

describe.each(typed)('%j on a card', (text) => {
  const account = { heading: text, lines: [text], details: [text], isLong: false, asOf: text };
  const table = { columns: ['Name', 'Seats'], rows: [[text, text]] };
  it.each([
    ['facts', accountCard(account, [], 'en')],
    ['a table', accountCard({ ...account, table }, [], 'en')],
    [
      'choices',
      choiceCard(
        { text, language: 'en' },
        [{ title: text, value: text }],
        () => `${text} and more words`,
      ),
    ],
    ['what was chosen', chosenCard(text, 'en')],
  ])('makes no mark-up in %s', (_, card) => {
    for (const shown of markdownIn(card.content))
      expect(markdown.render(shown)).not.toMatch(MARKUP_IN_LISTS);
    expect(JSON.stringify(card.content)).toContain(JSON.stringify(text).slice(1, -1));
  });
});

/** What clients of Adaptive Cards replace in every text of a card. */
const INSTANT = /\{{2}(?:DATE|TIME)\([^)]*\)\}{2}/;

it('what a card would read as an instant is shown as it is', () => {
  const text = 'Party {{DATE(2020-01-01T00:00:00Z,LONG)}} {{TIME(2020-01-01T00:00:00Z)}}';
  const account = { heading: text, lines: [text], details: [text], isLong: false, asOf: text };
  const table = { columns: ['Name', 'Seats'], rows: [[text, text]] };
  for (const { content } of [
    accountCard({ ...account, table }, [], 'en'),
    accountCard(account, [], 'en'),
    chosenCard(text, 'en'),
  ]) {
    const { body } = z.object({ body: z.unknown() }).parse(content);
    expect(JSON.stringify(body)).not.toMatch(INSTANT);
    expect(JSON.stringify(body).replaceAll('\u2060', '')).toContain(text);
  }
});
