import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { createPreview } from '../../src/content/preview/preview';
import { renderCard } from '../../src/content/preview/render-card';
import { renderPreview } from '../../src/content/preview/render-preview';

const content = loadContent(join(__dirname, '../..'));
const confusion = {
  language: 'sv',
  text: 'nyckel slut',
  entry: 'keys.more',
  other: 'keys.required',
  lead: 1,
};

function render(markdown: string) {
  const entries = createPreview(
    content,
    [confusion],
    (_, language) =>
      new Map([['Web Chat', { markdown: `${language}: ${markdown}`, buttons: ['Ja <tack>'] }]]),
  );
  return renderPreview(entries, { live: false });
}

/** The article of an entry. */
function articleOf(html: string, id: string): string {
  return new RegExp(`<article id="${id}">[^]*?</article>`).exec(html)?.[0] ?? '';
}

describe('the preview', () => {
  const html = render('**No.** <script>alert(1)</script> [guide](https://example.com)');

  it('shows every entry in every language', () => {
    for (const [id, { reviewed }] of content.entries) {
      const article = articleOf(html, id);
      expect(article).toContain(`reviewed ${reviewed}`);
      for (const [, { locale }] of content.in)
        expect(article).toContain(`<section lang="${locale}">`);
    }
  });

  it('shows what a channel shows, its buttons, utterances and confusions', () => {
    const article = articleOf(html, 'keys.more');
    expect(article).toContain('<strong>No.</strong>');
    expect(article).toContain('<a href="https://example.com">guide</a>');
    expect(article).toContain('Ja &lt;tack&gt;');
    expect(article).toContain(
      `${content.in.get('sv')?.utterances['keys.more']?.length ?? 0} utterances`,
    );
    expect(article).toContain('“nyckel slut” → <a href="#keys.required">');
    expect(articleOf(html, 'keys.required')).toContain('0 taken for another entry');
  });

  it('runs no script of a text, and asks for news only when it is live', () => {
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('EventSource');
    expect(renderPreview([], { live: true })).toContain('new EventSource');
  });
});

describe('a card', () => {
  it('is shown with its texts, facts, tables and buttons in order', () => {
    const card = {
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: '**No.**', weight: 'Bolder' },
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', items: [{ type: 'TextBlock', text: 'left', isSubtle: true }] },
          ],
        },
        { type: 'FactSet', facts: [{ title: 'Keys', value: '3 <of> 5' }] },
        { type: 'RichTextBlock', inlines: ['plain ', { type: 'TextRun', text: 'run' }] },
        { type: 'Media' },
      ],
      actions: [
        { type: 'Action.Submit', title: 'Yes' },
        {
          type: 'Action.ShowCard',
          title: 'More',
          card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'inside' }] },
        },
      ],
    };
    const words = renderCard(card)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(words).toBe('No. left Keys 3 &lt;of&gt; 5 plain run Media Yes More inside');
  });

  it.each([undefined, 'text', 5, {}])('that is none is shown as nothing: %j', (card) => {
    expect(renderCard(card)).toContain('<p class="unknown">');
  });
});
