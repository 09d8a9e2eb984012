import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Next, Request, Response, Server } from 'restify';
import sirv from 'sirv';
import { z } from 'zod';
import { HttpError } from './http-error';
import { jsonBody } from './json-body';
import type { SiteLanguage, SiteLanguages } from './site-languages';
import { acceptedTags } from './site-languages';
import type { TokenDesk } from './token-desk';
import { pagePolicy } from './security-headers';
import { renderWebChatPage } from './web-chat-page';

export interface WebChatRoutesOptions {
  /** Folder that the build of the browser code made. */
  readonly folder: string;
  readonly languages: SiteLanguages;
  readonly tokens: TokenDesk;
  readonly bodyBytes: number;
  /** Origins that may show the chat in a frame; any when there are none. */
  readonly frameAncestors: readonly string[];
}

const manifestFile = z.object({ script: z.string(), style: z.string() });

/** The chat page, its files, and the tokens with which it talks to the bot. */
export class WebChatRoutes {
  readonly #options: WebChatRoutesOptions;
  readonly #manifest: z.infer<typeof manifestFile>;

  /** Throws when the browser code was not built. */
  constructor(options: WebChatRoutesOptions) {
    this.#options = options;
    const file = readFileSync(join(options.folder, 'manifest.json'), 'utf8');
    this.#manifest = manifestFile.parse(JSON.parse(file));
  }

  addTo(server: Server): void {
    const { tokens, bodyBytes } = this.#options;
    server.get('/', async (_request: Request, response: Response) => {
      await Promise.resolve();
      response.header('Location', '/webchat/');
      response.send(302);
    });
    server.get('/webchat/', this.#page);
    server.post(
      '/webchat/token',
      ...jsonBody(bodyBytes),
      async (request: Request, response: Response) => {
        response.header('Cache-Control', 'no-store');
        response.send(200, await tokens.exchange(request));
      },
    );
    const assets = this.#files({ maxAge: 31_536_000, immutable: true });
    server.get('/webchat/assets/:file', assets);
    server.head('/webchat/assets/:file', assets);
    server.get('/webchat/embed.js', this.#files({ maxAge: 300 }));
  }

  /** Serves built files, compressed beforehand, to pages of any site. */
  #files(caching: { readonly maxAge: number; readonly immutable?: boolean }) {
    const serve = sirv(this.#options.folder, { brotli: true, gzip: true, etag: true, ...caching });
    return (request: Request, response: Response, next: Next) => {
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.once('finish', () => next(false));
      serve(request, response, () => next(new HttpError('NotFound', 'There is no such file.')));
    };
  }

  readonly #page = async (request: Request, response: Response): Promise<void> => {
    await Promise.resolve();
    const query = new URLSearchParams(request.getQuery());
    const tags = acceptedTags(request.header('accept-language'));
    const site = this.#options.languages.pick(query.get('lang') ?? undefined, ...tags);
    const nonce = randomBytes(16).toString('base64');
    const { frameAncestors } = this.#options;
    response.removeHeader('X-Frame-Options');
    response.sendRaw(200, this.#html(site, { nonce, query }), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy({ nonce, frameAncestors }),
      'Cache-Control': 'no-store',
      'Content-Language': site.locale,
      Vary: 'Accept-Language',
    });
  };

  #html(
    { t, language, locale }: SiteLanguage,
    { nonce, query }: { readonly nonce: string; readonly query: URLSearchParams },
  ): string {
    const others = this.#options.languages.all.filter((site) => site.language !== language);
    return renderWebChatPage({
      ...this.#manifest,
      locale,
      nonce,
      title: t('web:page.title'),
      subtitle: t('web:page.subtitle'),
      needsScript: t('web:page.needsScript'),
      isFramed: query.get('framed') === 'true',
      alternatives: others.map((site) => ({
        language: site.language,
        name: site.name,
        href: `/webchat/?lang=${site.language}`,
      })),
      settings: {
        locale,
        polling: query.get('transport') === 'polling',
        words: { placeholder: t('web:chat.placeholder'), offline: t('web:chat.offline') },
      },
    });
  }
}
