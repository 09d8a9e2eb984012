import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { pagePolicy } from './security-headers';
import { acceptedTags, type SiteLanguage, type SiteLanguages } from './site-languages';
import { renderWebChatPage } from './web-chat-page';
import type { WebFiles } from './web-files';

/** For files whose names change with their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_MINUTES = 'public, max-age=300';

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
    for (const [path, caching] of [
      ['/webchat/assets/:file', FOR_EVER],
      ['/webchat/embed.js', FOR_MINUTES],
    ] as const)
      server.get(path, this.#serve(caching));
  }

  #serve(caching: string) {
    const { content } = this.#options.files;
    return async (request: Request, response: Response): Promise<void> => {
      await Promise.resolve();
      content.send(request.path(), request, response, caching);
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
    response.appendHeader('Vary', 'Accept-Language');
    response.sendRaw(200, this.#html(site, { nonce, query }), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy({ ...this.#options, nonce }),
      'Cache-Control': 'no-store',
      'Content-Language': site.locale,
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
        words: {
          ...{ placeholder: t('web:chat.placeholder'), offline: t('web:chat.offline') },
          ...{ unsent: t('web:chat.unsent'), again: t('web:chat.again') },
        },
      },
    });
  }
}

async function redirectToChat(_request: Request, response: Response): Promise<void> {
  await Promise.resolve();
  response.header('Location', '/webchat/');
  response.send(302);
}
