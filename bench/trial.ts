import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hashPassword } from '../src/support-page/sign-in/password';
import { SupportBrowser } from '../test/support-page/support-browser';
import { BotProcess } from './turns/bot-process';

// How long the trial of a lesson takes, and what people who chat meanwhile feel of it: `npm run bench:trial`.
const PORT = 3992;
const PASSWORD = 'bench-password';
const QUESTIONS = ['can we split a token', 'hur många licenser har vi', 'our key is used up'];
const MISSED = 'qwerty asdfg zxcvb';
const TAUGHT = 'our serial code ran out of installs';
/** Turns a second, one after the other: a busy desk's worth. */
const RATE = 5;
const IDLE_SECONDS = 10;
const LONGEST_SECONDS = 150;

async function turn(url: string, text: string, conversation: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', id: crypto.randomUUID(), text, channelId: 'emulator' },
      ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies', locale: 'en-GB' },
      ...{ from: { id: conversation }, recipient: { id: 'bot' } },
      conversation: { id: conversation },
    }),
  });
  if (!response.ok) throw new Error(`A turn was answered ${response.status}.`);
  await response.text();
  return performance.now() - started;
}

/** Chats until told to stop; gives how long each turn took, ms. */
async function chat(url: string, until: () => Promise<boolean>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; !(await until()); count++) {
    const text = QUESTIONS[count % QUESTIONS.length] ?? '';
    times.push(await turn(url, text, `person-${count % 50}`));
    await pause(1000 / RATE);
  }
  return times;
}

function describe(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${times.length} turns, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`;
}

/** Proposes a lesson as a supporter does; gives the address of the change. */
async function propose(browser: SupportBrowser): Promise<string> {
  const list = (await browser.page('/support/unanswered')).html;
  const cluster = /href="(\/support\/unanswered\/cluster\/[^"]+)"/.exec(list)?.[1] ?? '';
  const { formKey } = await browser.page(cluster);
  const form = { formKey, action: 'try', entry: 'keys.more', utterances: TAUGHT };
  const response = await browser.post(cluster, form);
  return new URL(response.headers.get('location') ?? '', 'http://localhost').pathname;
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'bench-trial-'));
  const bot = await BotProcess.start('ours', {
    ...{ script: 'dist/src/index.js', port: PORT, path: '/readyz' },
    env: {
      DATABASE_URL: `file:${join(data, 'bot.db')}`,
      SUPPORT_PASSWORD_HASH: await hashPassword(PASSWORD),
      MESSAGES_PER_MINUTE: '1000000',
    },
  });
  try {
    await turn(bot.url, MISSED, 'someone');
    const browser = new SupportBrowser(bot.url);
    await browser.signIn(PASSWORD);
    const idleUntil = performance.now() + 1000 * IDLE_SECONDS;
    const idle = await chat(bot.url, () => Promise.resolve(performance.now() > idleUntil));
    console.log(`no trial:    ${describe(idle)}`);
    const change = await propose(browser);
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    let looked = 0;
    const isOver = async () => {
      if (seconds() > LONGEST_SECONDS) return true;
      // As often as the page itself looks.
      if (seconds() - looked < 2) return false;
      looked = seconds();
      return !(await browser.page(change)).html.includes('data-reload');
    };
    const during = await chat(bot.url, isOver);
    console.log(
      `with trial:  ${describe(during)}; seen on the page after ${seconds().toFixed(1)} s`,
    );
  } finally {
    await bot.stop();
  }
}

void main();
