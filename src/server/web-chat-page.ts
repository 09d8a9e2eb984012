import { escapeHtml } from '../core/escape-html';

/** Everything that the chat page shows before its script runs. */
export interface WebChatPage {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly title: string;
  readonly subtitle: string;
  /** Shown to a browser that runs no scripts. */
  readonly needsScript: string;
  /** The page in the other languages. */
  readonly alternatives: readonly {
    readonly language: string;
    readonly name: string;
    readonly href: string;
  }[];
  /** Within the frame of another site, which shows the title itself. */
  readonly isFramed: boolean;
  readonly script: string;
  readonly style: string;
  /** Lets the page's script and the styles that it makes pass the Content-Security-Policy. */
  readonly nonce: string;
  /** Handed to the script. */
  readonly settings: object;
}

/** The chat page as HTML. */
export function renderWebChatPage(page: WebChatPage): string {
  const alternatives = page.alternatives.map(
    ({ language, name, href }) =>
      `<a href="${escapeHtml(href)}" lang="${escapeHtml(language)}" hreflang="${escapeHtml(language)}">${escapeHtml(name)}</a>`,
  );
  const header = `<header>
      <div><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.subtitle)}</p></div>
      <nav>${alternatives.join(' ')}</nav>
    </header>`;
  return `<!doctype html>
<html lang="${escapeHtml(page.locale)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
    <title>${escapeHtml(page.title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${escapeHtml(page.style)}">
    <script src="${escapeHtml(page.script)}" nonce="${escapeHtml(page.nonce)}" defer></script>
  </head>
  <body${page.isFramed ? ' class="framed"' : ''}>
    ${page.isFramed ? `<h1 class="hidden">${escapeHtml(page.title)}</h1>` : header}
    <main>
      <div id="chat" data-settings="${escapeHtml(JSON.stringify(page.settings))}">
        <noscript>${escapeHtml(page.needsScript)}</noscript>
      </div>
    </main>
  </body>
</html>
`;
}
