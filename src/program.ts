import { join } from 'node:path';
import { createApp } from './app';
import { loadConfig, readEnvironment } from './config';
import { CodedError } from './core/errors';
import { projectRoot } from './project-root';
import { startRecognizer } from './start-recognizer';

/** Whoever stops a process kills it after ten seconds. What isn't over by then is taken up again, as after a crash. */
const STOP_MS = 9000;

async function main(): Promise<void> {
  // Until it listens, nothing is under way.
  let stop: () => void = () => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
  const config = loadConfig(readEnvironment(join(projectRoot(), '.env')));
  const recognizer = startRecognizer(config);
  const app = await createApp(config, recognizer && { recognizer });
  const url = await app.listen();
  stop = () => {
    // Whoever asks again, as some do of a whole group of processes, cuts nothing short.
    stop = () => undefined;
    setTimeout(() => process.exit(0), STOP_MS);
    void app.close().then(() => process.exit(0));
  };
  process.stdout.write(`The partner benefits bot is at ${url}\n`);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof CodedError;
  process.stderr.write(`${isExpected ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
});
