import { escapeHtml } from '../core/escape-html';

export interface DemoPage {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly choose: string;
  readonly choices: readonly {
    readonly label: string;
    readonly href: string;
    readonly isChosen: boolean;
  }[];
  readonly alternatives: readonly {
    readonly language: string;
    readonly name: string;
    readonly href: string;
  }[];
  readonly style: string;
  /** Where the page's own site vouches for its visitor; undefined for an anonymous one. */
  readonly visitorUrl: string | undefined;
}

/** The demo page as HTML: a stand-in for any website that carries the chat. */
export function renderDemoPage(page: DemoPage): string {
  const choices = page.choices.map(
    ({ label, href, isChosen }) =>
      `<li><a href="${escapeHtml(href)}"${isChosen ? ' aria-current="true"' : ''}>${escapeHtml(label)}</a></li>`,
  );
  const alternatives = page.alternatives.map(
    ({ language, name, href }) =>
      `<a href="${escapeHtml(href)}" lang="${escapeHtml(language)}" hreflang="${escapeHtml(language)}">${escapeHtml(name)}</a>`,
  );
  const visitor =
    page.visitorUrl === undefined ? '' : ` data-visitor-url="${escapeHtml(page.visitorUrl)}"`;
  return `<!doctype html>
<html lang="${escapeHtml(page.locale)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(page.title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${escapeHtml(page.style)}">
    <script src="/webchat/embed.js"${visitor} async></script>
  </head>
  <body>
    <header><strong>Contoso Partners</strong><nav>${alternatives.join(' ')}</nav></header>
    <main>
      <h1>${escapeHtml(page.title)}</h1>
      ${page.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n      ')}
      <h2>${escapeHtml(page.choose)}</h2>
      <ul>${choices.join('')}</ul>
    </main>
  </body>
</html>
`;
}
