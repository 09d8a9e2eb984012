import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Log } from '../../core/log';
import type { RateLimits } from '../../rates/rate-limits';
import type { Supporter } from '../../support-page/page';
import { SESSION_HOURS } from '../../support-page/sign-in/session-store';
import { renderSignIn, type SignInNotice } from '../../support-page/sign-in/sign-in-page';
import type { SupportSite } from '../../support-page/support-site';
import { clientOf } from '../client';
import { HttpError } from '../http-error';
import { readForm } from '../read-form';
import { createRateGuard, type RateGuard } from '../rate-guard';
import { holdsFormKey, isFromElsewhere } from './form-key';
import { redirect } from './redirect';
import { kept } from './support-cookies';
import type { SupportView } from './support-view';

/** Guessing is slow: so many attempts from one address, and so many altogether. */
const PER_ADDRESS = { points: 10, seconds: 300 };
const ALTOGETHER = { points: 200, seconds: 300 };
/**
 * A password takes a quarter of a second of a processor, and one of the few threads that also write to the disk: they are
 * looked at one after the other, and of those who would wait long nobody is.
 */
const MOST_WAITING = 5;
const PENDING_SECONDS = 600;

const pendingSignIn = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
});

type Handler = (request: Request, response: Response) => Promise<void>;

export interface SignInRoutesOptions {
  readonly site: SupportSite;
  readonly view: SupportView;
  readonly trustsProxy: boolean;
  readonly rates: RateLimits;
  readonly bodyBytes: number;
  readonly log: Log;
  /** Says on a page what went wrong. */
  readonly safely: (handler: Handler) => Handler;
}

/** Signing in to the support page, by password or at an OpenID provider, and signing out. */
export class SignInRoutes {
  readonly #options: SignInRoutesOptions;
  readonly #perAddress: RateGuard;
  readonly #altogether: RateGuard;
  readonly #oneByOne = bulkhead(1, MOST_WAITING);

  constructor(options: SignInRoutesOptions) {
    this.#options = options;
    const { rates } = options;
    this.#perAddress = createRateGuard(rates.limit('sign-ins of address', PER_ADDRESS));
    this.#altogether = createRateGuard(rates.limit('sign-ins', ALTOGETHER));
  }

  addTo(server: Server): void {
    const { site, safely } = this.#options;
    server.get(
      '/support/sign-in',
      safely(async (request, response) => {
        await Promise.resolve();
        this.#ask(request, response, { next: nextOf(request), notice: noticeOf(request) });
      }),
    );
    server.post('/support/sign-out', safely(this.#signOut));
    const { verifyPassword } = site;
    if (verifyPassword !== undefined)
      server.post('/support/sign-in', safely(this.#byPassword(verifyPassword)));
    if (site.openId === undefined) return;
    server.get('/support/sign-in/organisation', safely(this.#leave(site.openId)));
    server.get('/support/callback', safely(this.#return(site.openId)));
  }

  #ask(
    request: Request,
    response: Response,
    form: { readonly next: string; readonly notice?: SignInNotice | undefined },
  ): void {
    const { site, view } = this.#options;
    const { t } = view.reading(request);
    const body = renderSignIn({
      ...{ ...form, t },
      hasPassword: site.verifyPassword !== undefined,
      hasOpenId: site.openId !== undefined,
    });
    const status = form.notice === undefined ? 200 : STATUS[form.notice];
    view.send(request, response, { title: t('support-page:signIn.title'), body, status });
  }

  #byPassword(verify: NonNullable<SupportSite['verifyPassword']>): Handler {
    return async (request, response) => {
      if (isFromElsewhere(request)) throw new HttpError('Forbidden', 'Not from this page.');
      const form = await readForm(request, response, this.#options.bodyBytes);
      const next = localPath(form.get('next'));
      const password = (form.get('password') ?? '').slice(0, 200);
      const isRight = await this.#try(request, () => verify(password));
      if (isRight === true)
        return this.#begin(request, response, { next, supporter: PASSWORD_HOLDER });
      if (isRight === false) this.#options.log.warn({}, 'support sign-in refused');
      this.#ask(request, response, { next, notice: isRight === false ? 'wrong' : 'tooMany' });
    };
  }

  /** Whether a password is right; undefined where there were too many attempts. */
  async #try(request: Request, verify: () => Promise<boolean>): Promise<boolean | undefined> {
    try {
      await this.#perAddress(clientOf(request, this.#options.trustsProxy).address);
      await this.#altogether('all');
      return await this.#oneByOne.execute(verify);
    } catch (error) {
      if (error instanceof HttpError || error instanceof BulkheadRejectedError) return undefined;
      throw error;
    }
  }

  #leave(openId: NonNullable<SupportSite['openId']>): Handler {
    return async (request, response) => {
      const next = nextOf(request);
      const { view, log } = this.#options;
      try {
        const { url, pending } = await openId.begin(this.#callback(request));
        const value = JSON.stringify({ ...pending, next });
        view.remember(request, response, {
          ...{ name: 'support-sign-in', value, seconds: PENDING_SECONDS },
        });
        redirect(response, url);
      } catch (error) {
        log.error({ err: error }, 'OpenID provider not reached');
        this.#ask(request, response, { next, notice: 'unavailable' });
      }
    };
  }

  #return(openId: NonNullable<SupportSite['openId']>): Handler {
    return async (request, response) => {
      const { view, log } = this.#options;
      const pending = readPending(kept(request, 'support-sign-in'));
      view.remember(request, response, { name: 'support-sign-in', value: '', seconds: 0 });
      const parameters = new URLSearchParams(request.getQuery());
      if (pending?.state !== parameters.get('state')) {
        this.#ask(request, response, { next: '/support', notice: 'expired' });
        return;
      }
      const next = localPath(pending.next);
      try {
        await this.#perAddress(clientOf(request, this.#options.trustsProxy).address);
        const who = await openId.finish(this.#callback(request), parameters, pending);
        if (who === 'refused') this.#ask(request, response, { next, notice: 'refused' });
        else await this.#begin(request, response, { next, supporter: who });
      } catch (error) {
        const isTooFast = error instanceof HttpError;
        if (!isTooFast) log.warn({ err: error }, 'OpenID sign-in failed');
        this.#ask(request, response, { next, notice: isTooFast ? 'tooMany' : 'unavailable' });
      }
    };
  }

  #callback(request: Request): string {
    return `${clientOf(request, this.#options.trustsProxy).origin}/support/callback`;
  }

  async #begin(
    request: Request,
    response: Response,
    { next, supporter }: { readonly next: string; readonly supporter: Supporter },
  ): Promise<void> {
    const { site, view, log } = this.#options;
    const value = await site.sessions.begin(supporter);
    log.info({ supporter: supporter.id }, 'support sign-in');
    view.remember(request, response, {
      ...{ name: 'support-session', value, seconds: SESSION_HOURS * 3600 },
    });
    redirect(response, next);
  }

  readonly #signOut: Handler = async (request, response) => {
    const { site, view, bodyBytes } = this.#options;
    const form = await readForm(request, response, bodyBytes);
    const token = kept(request, 'support-session');
    if (token !== undefined) {
      if (isFromElsewhere(request) || !holdsFormKey(form, token))
        throw new HttpError('Forbidden', 'The form is not from this page.');
      await site.sessions.end(token);
    }
    view.remember(request, response, { name: 'support-session', value: '', seconds: 0 });
    redirect(response, '/support/sign-in?notice=left');
  };
}

const PASSWORD_HOLDER: Supporter = { id: 'password', name: '' };

const STATUS: Readonly<Record<SignInNotice, number>> = {
  wrong: 401,
  tooMany: 429,
  refused: 403,
  unavailable: 502,
  expired: 200,
  left: 200,
};

function noticeOf(request: Request): SignInNotice | undefined {
  const notice = new URLSearchParams(request.getQuery()).get('notice');
  return notice === 'left' || notice === 'expired' ? notice : undefined;
}

function nextOf(request: Request): string {
  return localPath(new URLSearchParams(request.getQuery()).get('next'));
}

/** A path of the support page, whatever someone put into the address: nobody is sent elsewhere. */
function localPath(path: string | null): string {
  if (path === null || !/^\/support(?:[/?][\w\-./?&=%:]*)?$/.test(path)) return '/support';
  // What steps out of the page with dots isn't in it.
  return /(?:\.|%2e){2}/i.test(path) ? '/support' : path;
}

function readPending(value: string | undefined) {
  try {
    return pendingSignIn.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
