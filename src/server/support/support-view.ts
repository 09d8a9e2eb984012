import type { Request, Response } from 'restify';
import type { Html } from '../../support-page/html';
import { renderLayout } from '../../support-page/layout';
import type { Page, Supporter } from '../../support-page/page';
import { clientOf } from '../client';
import { acceptedTags, type SiteLanguage, type SiteLanguages } from '../site-languages';
import type { WebFiles } from '../web-files';
import { formKeyField } from './form-key';
import { keep, kept, type SupportCookie } from './support-cookies';
import { SUPPORT_HEADERS } from './support-policy';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export interface SupportViewOptions {
  readonly languages: SiteLanguages;
  readonly files: Pick<WebFiles, 'supportScript' | 'supportStyle'>;
  readonly pages: readonly Page[];
  readonly trustsProxy: boolean;
}

/** What is shown within the layout. */
export interface View {
  readonly title: string;
  readonly body: Html;
  readonly status?: number | undefined;
  readonly session?: { readonly token: string; readonly supporter: Supporter } | undefined;
}

/** Shows pages in the reader's language, with what surrounds them. */
export class SupportView {
  readonly #options: SupportViewOptions;

  constructor(options: SupportViewOptions) {
    this.#options = options;
  }

  /** The language chosen just now, chosen before, or preferred by the browser. */
  reading(request: Request): SiteLanguage {
    const chosen = new URLSearchParams(request.getQuery()).get('lang') ?? undefined;
    return this.#options.languages.pick(
      chosen,
      kept(request, 'support-language'),
      ...acceptedTags(request.header('accept-language')),
    );
  }

  send(request: Request, response: Response, view: View): void {
    const reading = this.reading(request);
    if (new URLSearchParams(request.getQuery()).has('lang'))
      this.remember(request, response, {
        ...{ name: 'support-language', value: reading.language, seconds: YEAR_SECONDS },
      });
    response.sendRaw(view.status ?? 200, this.#html(request, reading, view), {
      ...SUPPORT_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': reading.locale,
    });
  }

  /** Lets the browser keep something, or forget it. */
  remember(
    request: Request,
    response: Response,
    what: { readonly name: SupportCookie; readonly value: string; readonly seconds: number },
  ): void {
    const { origin } = clientOf(request, this.#options.trustsProxy);
    response.setHeader('Set-Cookie', [
      ...[response.getHeader('Set-Cookie') ?? []].flat().map(String),
      keep({ ...what, isSecure: origin.startsWith('https:') }),
    ]);
  }

  #html(request: Request, reading: SiteLanguage, { title, body, session }: View): string {
    const { languages, files, pages } = this.#options;
    const path = request.path();
    const nav = pages.flatMap(({ nav: name, path: below }) => {
      const href = `/support${below}`;
      const isCurrent = href === '/support' ? path === href : path.startsWith(href);
      return name === undefined
        ? []
        : [{ href, isCurrent, label: reading.t(`support-page:nav.${name}`) }];
    });
    return renderLayout({
      ...{ title, body, t: reading.t, locale: reading.locale },
      nav: session ? nav : [],
      languages: languages.all
        .filter(({ language }) => language !== reading.language)
        .map(({ language, name }) => ({ language, label: name, href: sameIn(request, language) })),
      signedIn: session && {
        name: session.supporter.name,
        formKey: formKeyField(session.token),
      },
      script: files.supportScript,
      style: files.supportStyle,
    });
  }
}

/** The address of a page in another language. */
function sameIn(request: Request, language: string): string {
  const query = new URLSearchParams(request.getQuery());
  query.set('lang', language);
  return `${request.path()}?${query.toString()}`;
}
