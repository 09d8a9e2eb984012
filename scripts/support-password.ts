import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { hashPassword } from '../src/support-page/sign-in/password';
import { runTool } from './run-tool';
import { UsageError } from './usage-error';

const LEAST_CHARACTERS = 12;

/** `npm run support-password`: asks for a password, unseen, and prints the line for `.env`. Reads it from a pipe as well. */
async function main(): Promise<void> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const isTerminal = process.stdin.isTTY;
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: isTerminal });
  if (isTerminal) process.stderr.write('Password of the support page (it is not shown): ');
  const [password = ''] = await firstLine(reader);
  reader.close();
  if (isTerminal) process.stderr.write('\n');
  if (password.length < LEAST_CHARACTERS)
    throw new UsageError(`The password must have ${LEAST_CHARACTERS} characters or more.`);
  process.stdout.write(`SUPPORT_PASSWORD_HASH=${await hashPassword(password)}\n`);
}

async function firstLine(lines: AsyncIterable<string>): Promise<string[]> {
  for await (const line of lines) return [line];
  return [];
}

runTool(main);
