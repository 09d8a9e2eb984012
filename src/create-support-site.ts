import type { Config } from './config';
import type { Log } from './core/log';
import type { Bot } from './create-bot';
import { createContentOnDisk } from './create-content-on-disk';
import { erasePerson } from './privacy/erase-person';
import { exportPerson } from './privacy/export-person';
import { contentEntryPage, contentPage } from './support-page/content/content-page';
import { figuresPage } from './support-page/overview/figures-page';
import { overviewPage } from './support-page/overview/overview-page';
import type { Page, Reading } from './support-page/page';
import { createNames } from './support-page/parts/names';
import { peoplePage } from './support-page/people/people-page';
import { createOpenIdSignIn } from './support-page/sign-in/create-open-id-sign-in';
import type { OpenIdSignIn } from './support-page/sign-in/open-id-sign-in';
import { verifyPassword } from './support-page/sign-in/password';
import { SessionStore } from './support-page/sign-in/session-store';
import { ticketPage } from './support-page/tickets/ticket-page';
import { ticketsFilePage, ticketsPage } from './support-page/tickets/tickets-page';
import type { SupportSite } from './support-page/support-site';
import { unansweredPages } from './support-page/unanswered/unanswered-pages';
import { ReportStore } from './support/outcomes/report-store';
import { TicketSearchStore } from './support/tickets/ticket-search-store';

/** What the pages show, and the folder that holds the content's files. */
type Parts = Pick<Bot, 'content' | 'database' | 'desk' | 'learning' | 'redactor' | 'now'> &
  Partial<Pick<Bot, 'watch'>> & {
    readonly log: Log;
    readonly root: string;
  };

/** The support page of the settings; undefined when nobody could sign in to it. */
export function createSupportSite(config: Config, parts: Parts): SupportSite | undefined {
  const { SUPPORT_PASSWORD_HASH: hash } = config;
  const openId = createOpenId(config, parts);
  if (hash === undefined && openId === undefined) return undefined;
  return {
    pages: createPages(config, parts),
    sessions: new SessionStore(parts.database, parts.now),
    verifyPassword: hash === undefined ? undefined : (password) => verifyPassword(password, hash),
    openId,
  };
}

function createOpenId(
  config: Config,
  { now, watch }: Pick<Parts, 'now' | 'watch'>,
): OpenIdSignIn | undefined {
  const { SUPPORT_OIDC_ISSUER: issuer } = config;
  if (issuer === undefined) return undefined;
  return createOpenIdSignIn({
    ...{ issuer, now, role: config.SUPPORT_OIDC_ROLE, watch: watch?.('sign-in') },
    clientId: config.SUPPORT_OIDC_CLIENT_ID ?? '',
    clientSecret: config.SUPPORT_OIDC_CLIENT_SECRET ?? '',
  });
}

/** Every page, in the order of the navigation. */
function createPages(config: Config, parts: Parts): readonly Page[] {
  const { content, database, desk, learning, now, log, root } = parts;
  const namesIn = (reading: Reading) => createNames(content, reading);
  const timeZone = config.TIME_ZONE;
  const search = new TicketSearchStore(database);
  const reports = new ReportStore(database, desk.ledger);
  const overview = { reports, tickets: search, namesIn, timeZone, now };
  const shown = { content: createContentOnDisk(root), namesIn, timeZone, now };
  const tickets = {
    search,
    tickets: desk.ticketStore,
    jobs: desk.jobs,
    redactor: parts.redactor,
    languages: content.languages,
    ...{ namesIn, timeZone },
  };
  return [
    overviewPage(overview),
    figuresPage(overview),
    ticketsPage(tickets),
    ticketsFilePage(tickets),
    ticketPage(tickets),
    ...unansweredPages({ learning, content, namesIn, timeZone, now }),
    contentPage(shown),
    contentEntryPage(shown),
    peoplePage({
      exportPerson: (name) => exportPerson(database, name, { timeZone }),
      erasePerson: (name) => erasePerson(database, name, { timeZone }),
      ...{ timeZone, now, log },
    }),
  ];
}
