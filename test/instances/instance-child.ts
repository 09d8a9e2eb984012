import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

/** Puts the machine's clock wrong by so many milliseconds. */
function setClock(ahead: number): void {
  globalThis.Date = new Proxy(Date, {
    get: (real, name) =>
      name === 'now' ? () => real.now() + ahead : (Reflect.get(real, name) as unknown),
    construct: (real, given, self) =>
      Reflect.construct(real, given.length > 0 ? given : [real.now() + ahead], self) as Date,
  });
}

/** The whole program in a process of its own; says where it listens, and stops when it is told to. */
async function main(): Promise<void> {
  setClock(Number(process.env['CLOCK_AHEAD_MS']));
  const config = loadConfig({ PORT: '0', LOG_LEVEL: 'silent', ...process.env });
  const recognizer = fakeRecognizer({ split: [sure('tokens.split')] });
  const app = await createApp(config, { recognizer });
  process.stdout.write(`${await app.listen()}\n`);
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
}

void main();
