import type { Config } from './config';
import type { Bot } from './create-bot';
import { figuresPage } from './support-page/overview/figures-page';
import { overviewPage } from './support-page/overview/overview-page';
import type { Page, Reading } from './support-page/page';
import { createNames } from './support-page/parts/names';
import { verifyPassword } from './support-page/sign-in/password';
import { SessionStore } from './support-page/sign-in/session-store';
import { ticketPage } from './support-page/tickets/ticket-page';
import { ticketsFilePage, ticketsPage } from './support-page/tickets/tickets-page';
import type { SupportSite } from './support-page/support-site';
import { ReportStore } from './support/outcomes/report-store';
import { TicketSearchStore } from './support/tickets/ticket-search-store';

type Parts = Pick<Bot, 'content' | 'database' | 'desk' | 'now' | 'log'>;

/** The support page of the settings; undefined when nobody could sign in to it. */
export function createSupportSite(config: Config, parts: Parts): SupportSite | undefined {
  const { SUPPORT_PASSWORD_HASH: hash } = config;
  if (hash === undefined) return undefined;
  return {
    pages: createPages(config, parts),
    sessions: new SessionStore(parts.database, parts.now),
    verifyPassword: (password) => verifyPassword(password, hash),
  };
}

/** Every page, in the order of the navigation. */
function createPages(config: Config, { content, database, desk, now }: Parts): readonly Page[] {
  const namesIn = (reading: Reading) => createNames(content, reading);
  const timeZone = config.TIME_ZONE;
  const overview = { reports: new ReportStore(database), namesIn, timeZone, now };
  const tickets = {
    search: new TicketSearchStore(database),
    tickets: desk.ticketStore,
    jobs: desk.jobs,
    languages: content.languages,
    ...{ namesIn, timeZone },
  };
  return [
    overviewPage(overview),
    figuresPage(overview),
    ticketsPage(tickets),
    ticketsFilePage(tickets),
    ticketPage(tickets),
  ];
}
