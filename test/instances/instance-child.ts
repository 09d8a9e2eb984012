import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

/** The whole program in a process of its own; says where it listens, and stops when it is told to. */
async function main(): Promise<void> {
  const config = loadConfig({ PORT: '0', LOG_LEVEL: 'silent', ...process.env });
  const recognizer = fakeRecognizer({ split: [sure('tokens.split')] });
  const app = await createApp(config, { recognizer });
  process.stdout.write(`${await app.listen()}\n`);
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
}

void main();
