import type { Request, Response, Server } from 'restify';
import { renderDemoPage } from './demo-page';
import type { DemoSite } from './demo-site';
import { HttpError } from './http-error';
import { acceptedTags, type SiteLanguages } from './site-languages';

export interface DemoRoutesOptions {
  readonly site: DemoSite;
  readonly languages: SiteLanguages;
  /** Address of the page's style sheet. */
  readonly style: string;
}

/** What a host page must allow at least: its own files, the bot's script and the bot's frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'";

/** `/webchat/demo`: the chat on a website, where one can be one of the demo partners. */
export function addDemoRoutes(server: Server, options: DemoRoutesOptions): void {
  server.get('/webchat/demo', async (request: Request, response: Response) => {
    await Promise.resolve();
    response.sendRaw(200, demoPage(request, options), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
    });
  });
  server.get('/webchat/demo/visitor', async (request: Request, response: Response) => {
    const person = options.site.find(new URLSearchParams(request.getQuery()).get('as'));
    if (person === undefined) throw new HttpError('NotFound', 'There is no such demo partner.');
    response.sendRaw(200, await options.site.vouchFor(person), {
      'Content-Type': 'text/plain',
      'Cache-Control': 'no-store',
    });
  });
}

function demoPage(request: Request, { site, languages, style }: DemoRoutesOptions): string {
  const query = new URLSearchParams(request.getQuery());
  const { language, locale, t } = languages.pick(
    query.get('lang') ?? undefined,
    ...acceptedTags(request.header('accept-language')),
  );
  const chosen = site.find(query.get('as'));
  const href = (as: string | undefined, lang = language) =>
    `/webchat/demo?${new URLSearchParams({ lang, ...(as !== undefined && { as }) }).toString()}`;
  const everyone = [{ user: undefined, label: t('web:demo.nobody') }, ...site.people];
  return renderDemoPage({
    locale,
    style,
    title: t('web:demo.title'),
    paragraphs: [t('web:demo.what'), t('web:demo.how')],
    choose: t('web:demo.choose'),
    choices: everyone.map(({ user, label }) => ({
      label,
      href: href(user),
      isChosen: user === chosen?.user,
    })),
    alternatives: languages.all
      .filter((other) => other.language !== language)
      .map((other) => ({ ...other, href: href(chosen?.user, other.language) })),
    visitorUrl: chosen && `/webchat/demo/visitor?as=${encodeURIComponent(chosen.user)}`,
  });
}
