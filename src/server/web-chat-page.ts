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
      `<a href="${escape(href)}" lang="${escape(language)}" hreflang="${escape(language)}">${escape(name)}</a>`,
  );
  const header = `<header>
      <div><h1>${escape(page.title)}</h1><p>${escape(page.subtitle)}</p></div>
      <nav>${alternatives.join(' ')}</nav>
    </header>`;
  return `<!doctype html>
<html lang="${escape(page.locale)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
    <title>${escape(page.title)}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${escape(page.style)}">
    <script src="${escape(page.script)}" nonce="${escape(page.nonce)}" defer></script>
  </head>
  <body${page.isFramed ? ' class="framed"' : ''}>
    ${page.isFramed ? `<h1 class="hidden">${escape(page.title)}</h1>` : header}
    <main>
      <div id="chat" data-settings="${escape(JSON.stringify(page.settings))}">
        <noscript>${escape(page.needsScript)}</noscript>
      </div>
    </main>
  </body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
