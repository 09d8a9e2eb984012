import { html, type Html } from './html';
import type { PageRequest } from './page';

/** A link of the navigation, or to the page in another language. */
export interface LayoutLink {
  readonly label: string;
  readonly href: string;
  readonly isCurrent?: boolean;
  /** BCP 47 tag of a language's own name. */
  readonly language?: string;
}

export interface Layout extends Pick<PageRequest, 'locale' | 't'> {
  readonly title: string;
  readonly body: Html;
  readonly nav: readonly LayoutLink[];
  readonly languages: readonly LayoutLink[];
  /** Undefined before sign-in. */
  readonly signedIn?: { readonly name: string; readonly formKey: Html } | undefined;
  readonly script: string;
  readonly style: string;
}

/** A whole page: head, navigation, body. */
export function renderLayout(layout: Layout): string {
  const { t, locale, title, body, nav, signedIn } = layout;
  const site = t('support-page:site');
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${site}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${layout.style}" />
        <script src="${layout.script}" defer></script>
      </head>
      <body class="${signedIn ? 'inside' : 'outside'}">
        <a class="skip" href="#content">${t('support-page:skip')}</a>
        <header class="top">
          <p class="brand"><a href="/support">${site}</a></p>
          ${nav.length > 0 && renderNav(layout)}
          <div class="who">
            ${layout.languages.map(renderLanguage)} ${signedIn && renderSignOut(layout, signedIn)}
          </div>
        </header>
        <main id="content" tabindex="-1">${body}</main>
      </body>
    </html> `.text;
}

function renderNav({ t, nav }: Layout): Html {
  const links = nav.map(
    ({ label, href, isCurrent }) =>
      html`<li><a href="${href}" ${isCurrent && html`aria-current="page"`}>${label}</a></li>`,
  );
  return html`<nav aria-label="${t('support-page:navigation')}">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function renderLanguage({ label, href, language = '' }: LayoutLink): Html {
  return html`<a href="${href}" lang="${language}" hreflang="${language}">${label}</a>`;
}

function renderSignOut({ t }: Layout, { name, formKey }: NonNullable<Layout['signedIn']>): Html {
  return html`<form method="post" action="/support/sign-out">
    ${formKey} ${name !== '' && html`<span class="name">${name}</span>`}
    <button class="quiet">${t('support-page:signOut')}</button>
  </form>`;
}
