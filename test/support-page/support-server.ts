import { join } from 'node:path';
import { loadConfig } from '../../src/config';
import { createLearning } from '../../src/create-learning';
import { createSupportSite } from '../../src/create-support-site';
import type { Ticket } from '../../src/core/ticket';
import { localRedactor } from '../../src/privacy/local-redactor';
import type { TicketChange } from '../../src/support/tickets/person-notifier';
import { createSupportDesk } from '../../src/support/create-support-desk';
import { deskBackend } from '../../src/support/tickets/desk-backend';
import { trainClassifier } from '../../src/understanding/classifier/train-classifier';
import type { Database } from '../../src/storage/database';
import { startServer, type TestServer } from '../server/test-server';
import { content } from '../support/content';
import { openMemory } from '../support/open-memory';
import { smallTrainingSet } from '../understanding/classifier/training-set';
import { movingClock, silentLog } from '../support-desk/ticket-desk';

export const root = join(__dirname, '../..');

export interface SupportServer extends TestServer {
  readonly database: Database;
  readonly clock: ReturnType<typeof movingClock>;
  readonly desk: ReturnType<typeof createSupportDesk>;
  /** What people were told. */
  readonly told: readonly { readonly ticket: Ticket; readonly change: TicketChange }[];
}

/** The real server with the support page of some settings, on a database and a clock of its own. */
export async function startSupport(
  settings: Readonly<Record<string, string>>,
  overrides: Parameters<typeof startServer>[0] = {},
): Promise<SupportServer> {
  const clock = movingClock();
  const database = await openMemory();
  const told: { ticket: Ticket; change: TicketChange }[] = [];
  const config = loadConfig({ LOG_LEVEL: 'silent', ...settings });
  const desk = createSupportDesk({
    ...{ database, backend: deskBackend, now: clock.now, log: silentLog },
    notifier: { notify: (ticket, change) => Promise.resolve(void told.push({ ticket, change })) },
    timeZone: config.TIME_ZONE,
  });
  const world = { content, database, now: clock.now, log: silentLog, root };
  const learning = createLearning({
    ...{ ...world, questions: desk.unanswered },
    classifier: () => trainClassifier(smallTrainingSet()),
    tryLesson: () => Promise.reject(new Error('no trial here')),
  });
  const parts = { ...world, desk, learning, redactor: localRedactor };
  const server = await startServer({
    trustsProxy: true,
    ...overrides,
    now: clock.now,
    support: createSupportSite(config, parts),
  });
  return { ...server, database, clock, desk, told };
}
