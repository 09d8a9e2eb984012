import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../src/project-root';
import { openDatabase } from '../../src/storage/database';
import { BotProcess } from './bot-process';
import { Chatter } from './chatter';
import { beginMessage } from './half-a-message';

/** What people were told, and what is left of it after the kills. */
export interface ChaosReport {
  readonly kills: number;
  readonly messages: number;
  readonly lostMessages: number;
  readonly tickets: number;
  /** Tickets that a person was told of and that are not in the database, or not delivered. */
  readonly lostTickets: number;
  /** Tickets that the desk got under more than one key. */
  readonly doubleTickets: number;
  /** How often a message that had brought down several processes was answered with an apology instead. */
  readonly apologies: number;
  readonly thumbs: number;
  readonly lostThumbs: number;
  /** How long the last, graceful stop took, with a message under way that comes to its end only then. */
  readonly stopMs: number;
  /** With which that stop ended. */
  readonly stopCode: number | null;
  /** With which that message was answered; 0 when it wasn't. */
  readonly stopStatus: number;
}

export interface ChaosOptions {
  readonly kills: number;
  readonly people: number;
  readonly random: () => number;
}

const QUESTION = 'Can one token unlock several subscriptions?';
const { turn: APOLOGY } = z
  .object({ error: z.object({ turn: z.string() }) })
  .parse(JSON.parse(readFileSync(join(projectRoot(), 'locales/en/bot.json'), 'utf8'))).error;
const THUMB = "No, it didn't help";
const PATIENCE_SECONDS = 20;
/** By then it has been asked to stop, twice. */
const STOPPING_MS = 200;

/** Kills a bot under load again and again, then holds what it had acknowledged against what it kept. */
export async function runChaos({ kills, people, random }: ChaosOptions): Promise<ChaosReport> {
  const keys: string[] = [];
  const desk = createServer((request, response) => {
    keys.push(String(request.headers['idempotency-key']));
    request.resume();
    response.statusCode = 201;
    setTimeout(() => response.end(), random() * 200);
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'chaos-')), 'bot.db')}`;
  const bot = new BotProcess({
    ...{ PORT: '0', DATABASE_URL: databaseUrl, MESSAGES_PER_MINUTE: '100000' },
    TICKET_WEBHOOK_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/`,
    TICKET_WEBHOOK_SECRET: 'a-secret-of-the-desk',
  });
  let address = bot.start();
  const told = { tickets: new Set<number>(), thumbs: 0, apologies: 0 };
  let isOver = false;
  const chatters = Array.from({ length: people }, () => new Chatter(() => address));
  const chats = chatters.map(async (chatter) => {
    await chatter.join();
    do await live(chatter, told);
    while (!isOver);
  });
  for (let kill = 0; kill < kills; kill += 1) {
    await address;
    await new Promise((resolve) => setTimeout(resolve, random() * 1500));
    await bot.end('SIGKILL');
    address = bot.start();
    await address;
  }
  isOver = true;
  await Promise.all(chats);
  const shown = await Promise.all(chatters.map((chatter) => chatter.read()));
  const messages = chatters.flatMap(({ acknowledged }) => acknowledged);
  const kept = new Set(shown.flat().map(({ id }) => id));
  await untilDelivered(() => new Set(keys).size >= told.tickets.size);
  const finish = await beginMessage(await address);
  const stopped = bot.end('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, STOPPING_MS));
  const stopStatus = await finish();
  const stopMs = await stopped;
  desk.close();
  desk.closeAllConnections();
  const left = await readLeft(databaseUrl);
  return {
    ...{ kills, messages: messages.length, stopMs, stopStatus },
    stopCode: bot.exitCode,
    lostMessages: messages.filter((id) => !kept.has(id)).length,
    tickets: told.tickets.size,
    lostTickets: [...told.tickets].filter((number) => {
      const key = left.tickets.get(number);
      return key === undefined || !keys.includes(key);
    }).length,
    doubleTickets: new Set(keys).size - left.tickets.size,
    ...{ thumbs: told.thumbs, apologies: told.apologies },
    lostThumbs: Math.max(0, told.thumbs - left.thumbs),
  };
}

/** A question, a thumb down, and a ticket; counts what the bot has said is done. */
async function live(
  chatter: Chatter,
  told: { readonly tickets: Set<number>; thumbs: number; apologies: number },
): Promise<void> {
  const said = [...(await chatter.say(QUESTION)), ...(await chatter.say(THUMB))];
  const apologies = said.filter(({ text }) => text === APOLOGY).length;
  told.apologies += apologies;
  if (apologies === 0) told.thumbs += 1;
  await chatter.say('Yes, open a ticket');
  await chatter.say('Nothing to add');
  await chatter.say('kim@contoso.example');
  const replies = await chatter.say('Yes, send it');
  const number = /T-(\d+)/.exec(replies.map(({ text }) => text).join())?.[1];
  if (number !== undefined) told.tickets.add(Number(number));
  else await chatter.say('cancel');
}

/** Waits for the tickets whose delivery a kill cut short. */
async function untilDelivered(isDone: () => boolean): Promise<void> {
  for (let waited = 0; !isDone() && waited < PATIENCE_SECONDS * 10; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Tickets by number with their keys, and how many thumbs were kept. */
async function readLeft(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  const tickets = await database.selectFrom('ticket').select(['number', 'key']).execute();
  const events = await database.selectFrom('event').select('document').execute();
  await database.destroy();
  return {
    tickets: new Map(tickets.map(({ number, key }) => [number, key])),
    thumbs: events.filter(({ document }) => document.includes('"type":"rated"')).length,
  };
}
