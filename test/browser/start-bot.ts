import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createRecognizer } from '../../src/create-recognizer';
import { openDatabase, type Database } from '../../src/storage/database';
import { content } from '../support/content';

/** The whole bot as it is served, and how to stop it. */
export interface RunningBot {
  readonly url: string;
  readonly databaseUrl: string;
  readonly database: Database;
  close(): Promise<void>;
}

const recognizer = createRecognizer(content, { DEFAULT_LANGUAGE: 'en' });

/** Starts the whole bot on a database of its own or a given one. */
export async function startBot(
  options: { readonly databaseUrl?: string; readonly port?: number } = {},
): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  const databaseUrl = options.databaseUrl ?? `file:${join(folder, 'bot.db')}`;
  const database = await openDatabase(databaseUrl);
  const config = loadConfig({ PORT: String(options.port ?? 0), LOG_LEVEL: 'silent' });
  const app = await createApp(config, { content, database, recognizer });
  const url = await app.listen();
  return { url, databaseUrl, database, close: () => app.close() };
}
