import { randomBytes } from 'node:crypto';
import type { Next, Request, Response, Server } from 'restify';
import sirv from 'sirv';
import { HttpError } from './http-error';
import { pagePolicy } from './security-headers';
import { acceptedTags, type SiteLanguage, type SiteLanguages } from './site-languages';
import { renderWebChatPage } from './web-chat-page';
import type { WebFiles } from './web-files';

const YEAR_SECONDS = 31_536_000;
const FIVE_MINUTES_SECONDS = 300;

export interface WebChatRoutesOptions {
  readonly files: WebFiles;
  readonly languages: SiteLanguages;
  /** Origins that may show the chat in a frame; any when there are none. */
  readonly frameAncestors: readonly string[];
  /** Origins other than the bot's own to which the page talks. */
  readonly connect: readonly string[];
}

/** The chat page and its files. */
export class WebChatRoutes {
  readonly #options: WebChatRoutesOptions;

  constructor(options: WebChatRoutesOptions) {
    this.#options = options;
  }

  addTo(server: Server): void {
    server.get('/', redirectToChat);
    server.get('/webchat', redirectToChat);
    server.get('/webchat/', this.#page);
    const assets = this.#serve({ maxAge: YEAR_SECONDS, immutable: true });
    server.get('/webchat/assets/:file', assets);
    server.head('/webchat/assets/:file', assets);
    const loader = this.#serve({ maxAge: FIVE_MINUTES_SECONDS });
    server.get('/webchat/embed.js', loader);
    server.head('/webchat/embed.js', loader);
  }

  /** Serves built files, compressed beforehand, to pages of any site. */
  #serve(caching: { readonly maxAge: number; readonly immutable?: boolean }) {
    const { folder } = this.#options.files;
    const serve = sirv(folder, { brotli: true, gzip: true, etag: true, ...caching });
    return (request: Request, response: Response, next: Next) => {
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.once('finish', () => {
        next(false);
      });
      serve(request, response, () => {
        next(new HttpError('NotFound', 'There is no such file.'));
      });
    };
  }

  readonly #page = async (request: Request, response: Response): Promise<void> => {
    await Promise.resolve();
    const query = new URLSearchParams(request.getQuery());
    const site = this.#options.languages.pick(
      query.get('lang') ?? undefined,
      ...acceptedTags(request.header('accept-language')),
    );
    const nonce = randomBytes(16).toString('base64');
    response.removeHeader('X-Frame-Options');
    response.sendRaw(200, this.#html(site, { nonce, query }), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy({ ...this.#options, nonce }),
      'Cache-Control': 'no-store',
      'Content-Language': site.locale,
      Vary: 'Accept-Language',
    });
  };

  #html(
    { t, language, locale }: SiteLanguage,
    { nonce, query }: { readonly nonce: string; readonly query: URLSearchParams },
  ): string {
    const { files, languages } = this.#options;
    const isFramed = query.get('framed') === 'true';
    return renderWebChatPage({
      locale,
      nonce,
      isFramed,
      script: files.script,
      style: files.style,
      title: t('web:page.title'),
      subtitle: t('web:page.subtitle'),
      needsScript: t('web:page.needsScript'),
      alternatives: languages.all
        .filter((other) => other.language !== language)
        .map((other) => ({ ...other, href: `/webchat/?lang=${other.language}` })),
      settings: {
        locale,
        isFramed,
        asksWho: isFramed && query.get('visitor') === 'true',
        polling: query.get('transport') === 'polling',
        words: { placeholder: t('web:chat.placeholder'), offline: t('web:chat.offline') },
      },
    });
  }
}

async function redirectToChat(_request: Request, response: Response): Promise<void> {
  await Promise.resolve();
  response.header('Location', '/webchat/');
  response.send(302);
}
