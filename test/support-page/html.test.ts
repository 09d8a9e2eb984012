import fc from 'fast-check';
import { html, Html } from '../../src/support-page/html';
import { expectAlways } from '../support/expect-always';

describe('html``', () => {
  it('escapes what is put in, whatever it is, and nothing twice', () => {
    expectAlways(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: made } = html`<p title="${text}">${html`<b>${text}</b>`}</p>`;
        const inside = /^<p title="([^"<>]*)"><b>([^<>]*)<\/b><\/p>$/.exec(made);
        const [title, content] = [inside?.[1], inside?.[2]].map(unescape);
        expect([title, content]).toEqual([text, text]);
      }),
    );
  });

  it('leaves out what is absent, and joins lists', () => {
    const parts = [html`<i>1</i>`, undefined, false, 2, '<3'] as const;
    expect(html`${parts}`).toEqual(new Html('<i>1</i>2&lt;3'));
  });
});

function unescape(text: string | undefined): string | undefined {
  const names = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text?.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof names) => names[name]);
}
