import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';

/** The whole bot as it is served, and how to stop it. */
export interface RunningBot {
  readonly url: string;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** Starts the whole bot on a database of its own or a given one. */
export async function startBot(
  options: { readonly databaseUrl?: string; readonly port?: number } = {},
): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  const databaseUrl = options.databaseUrl ?? `file:${join(folder, 'bot.db')}`;
  const app = await createApp(
    loadConfig({
      PORT: String(options.port ?? 0),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
    }),
  );
  const url = await app.listen();
  return { url, databaseUrl, close: () => app.close() };
}
