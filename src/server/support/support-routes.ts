import type { Request, Response, Server } from 'restify';
import type { Log } from '../../core/log';
import type { RateLimits } from '../../rates/rate-limits';
import { html } from '../../support-page/html';
import type { Page, PageAnswer, PageRequest } from '../../support-page/page';
import type { SupportSite } from '../../support-page/support-site';
import { HttpError } from '../http-error';
import { readForm } from '../read-form';
import { toRefusal } from '../send-error';
import type { SiteLanguages } from '../site-languages';
import type { WebFiles } from '../web-files';
import { formKeyField, holdsFormKey, isFromElsewhere } from './form-key';
import { redirect } from './redirect';
import { SignInRoutes } from './sign-in-routes';
import { kept } from './support-cookies';
import { SUPPORT_HEADERS } from './support-policy';
import { SupportView } from './support-view';

export interface SupportRoutesOptions {
  readonly site: SupportSite;
  readonly languages: SiteLanguages;
  readonly files: WebFiles;
  readonly trustsProxy: boolean;
  readonly rates: RateLimits;
  /** Largest form. */
  readonly bodyBytes: number;
  readonly log: Log;
}

type Session = NonNullable<Parameters<SupportView['send']>[2]['session']>;
type Notice = 'missing' | 'foreign' | 'tooLarge' | 'refused' | 'failed';
type Handler = (request: Request, response: Response) => Promise<void>;

/** What is said of a status of its own. */
const NOTICES: Readonly<Partial<Record<number, Notice>>> = { 403: 'foreign', 413: 'tooLarge' };

/** `/support`: the support page, for those who have signed in. */
export class SupportRoutes {
  readonly #options: SupportRoutesOptions;
  readonly #view: SupportView;

  constructor(options: SupportRoutesOptions) {
    this.#options = options;
    this.#view = new SupportView({ ...options, pages: options.site.pages });
  }

  addTo(server: Server): void {
    const { site } = this.#options;
    const safely = (handler: Handler) => this.#safely(handler);
    for (const page of site.pages) {
      const path = `/support${page.path}`;
      server.get(path, safely(this.#reading(page)));
      if (page.change !== undefined) server.post(path, safely(this.#change(page)));
    }
    new SignInRoutes({ ...this.#options, view: this.#view, safely }).addTo(server);
    server.get('/support/*', safely(this.#missing));
  }

  #reading(page: Page): Handler {
    return async (request, response) => {
      const session = await this.#session(request);
      if (session === undefined) {
        this.#askToSignIn(request, response);
        return;
      }
      const form = new URLSearchParams();
      this.#send(request, response, {
        session,
        answer: await page.read(this.#toPage(request, { session, form })),
      });
    };
  }

  #change(page: Page): Handler {
    return async (request, response) => {
      const form = await readForm(request, response, this.#options.bodyBytes);
      const session = await this.#session(request);
      if (session === undefined) {
        this.#askToSignIn(request, response);
        return;
      }
      if (isFromElsewhere(request) || !holdsFormKey(form, session.token))
        throw new HttpError('Forbidden', 'The form is not from this page.');
      const answer = await page.change?.(this.#toPage(request, { session, form }));
      this.#send(request, response, { session, answer: answer ?? { show: 'missing' } });
    };
  }

  readonly #missing: Handler = async (request, response) => {
    const session = await this.#session(request);
    if (session === undefined) {
      this.#askToSignIn(request, response);
      return;
    }
    this.#send(request, response, { session, answer: { show: 'missing' } });
  };

  #toPage(
    request: Request,
    { session, form }: { readonly session: Session; readonly form: URLSearchParams },
  ): PageRequest {
    const { language, locale, t } = this.#view.reading(request);
    return {
      ...{ language, locale, t, form },
      supporter: session.supporter,
      params: Object.fromEntries(
        Object.entries(request.params as Readonly<Record<string, unknown>>).map(([name, value]) => [
          name,
          String(value),
        ]),
      ),
      query: new URLSearchParams(request.getQuery()),
      formKey: formKeyField(session.token),
    };
  }

  #send(
    request: Request,
    response: Response,
    { session, answer }: { readonly session: Session; readonly answer: PageAnswer },
  ): void {
    switch (answer.show) {
      case 'page':
        this.#view.send(request, response, { ...answer, session });
        return;
      case 'missing':
        this.#view.send(request, response, { ...this.#notice(request, 'missing'), session });
        return;
      case 'redirect':
        redirect(response, `/support${answer.to}`);
        return;
      case 'file':
        response.sendRaw(200, answer.content, {
          ...SUPPORT_HEADERS,
          'Content-Type': `${answer.type}; charset=utf-8`,
          'Content-Disposition': `attachment; filename="${answer.name}"`,
        });
    }
  }

  /** Whoever asks without a session sees what was asked for after signing in. */
  #askToSignIn(request: Request, response: Response): void {
    const asked = request.method === 'GET' ? addressOf(request) : '/support';
    const hadOne = kept(request, 'support-session') !== undefined;
    redirect(
      response,
      `/support/sign-in?${new URLSearchParams({ next: asked, ...(hadOne && { notice: 'expired' }) }).toString()}`,
    );
  }

  async #session(request: Request): Promise<Session | undefined> {
    const token = kept(request, 'support-session');
    if (token === undefined) return undefined;
    const supporter = await this.#options.site.sessions.find(token);
    return supporter && { token, supporter };
  }

  /** What goes wrong is said on a page, in the reader's language. */
  #safely(handler: Handler): Handler {
    return async (request, response) => {
      try {
        await handler(request, response);
      } catch (error) {
        const { status, retryAfter } = toRefusal(error);
        if (status >= 500) this.#options.log.error({ err: error }, 'support page failed');
        if (response.headersSent) return;
        if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter));
        const notice = NOTICES[status] ?? (status < 500 ? 'refused' : 'failed');
        this.#view.send(request, response, { ...this.#notice(request, notice), status });
      }
    };
  }

  #notice(request: Request, name: Notice) {
    const { t } = this.#view.reading(request);
    const title = t(`support-page:notice.${name}.title`);
    const body = html`<h1>${title}</h1>
      <p>${t(`support-page:notice.${name}.text`)}</p>
      <p><a href="/support">${t('support-page:notice.back')}</a></p>`;
    return { title, body, status: name === 'missing' ? 404 : undefined };
  }
}

/** Path and query. */
function addressOf(request: Request): string {
  const query = request.getQuery();
  return query === '' ? request.path() : `${request.path()}?${query}`;
}
