import type { Activity } from 'botbuilder';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { TerminalAdapter } from '../src/channels/plain/terminal-adapter';
import { loadConfig } from '../src/config';
import { createBot } from '../src/create-bot';
import { formatRecognition } from './format-recognition';
import { runTool } from './run-tool';

/**
 * `npm run ask`: talks to the bot in the terminal; with words behind `--`, answers them and ends.
 * `--explain` shows why it answered so; `--locale sv-SE` is the terminal's language.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { explain: { type: 'boolean', default: false }, locale: { type: 'string' } },
  });
  const config = loadConfig({ ...process.env, DATABASE_URL: 'file::memory:', LOG_LEVEL: 'error' });
  const { conversation, recognizer, now } = await createBot(config);
  const print = (text: string) => console.log(`${text}\n`);
  const show = ({ text = '' }: Partial<Activity>) => print(text);
  const adapter = new TerminalAdapter(conversation.bot, show, values.locale);
  for (const step of conversation.middleware) adapter.use(step);

  const ask = async (text: string) => {
    await adapter.receive({ text });
    if (!values.explain) return;
    const today = now().toISOString().slice(0, 10);
    const context = { today, locale: values.locale, explain: true };
    print(formatRecognition(await recognizer.recognize(text, context)));
  };

  if (positionals.length > 0) return ask(positionals.join(' '));
  await adapter.receive({
    type: 'conversationUpdate',
    membersAdded: [{ id: 'person', name: '' }],
  });
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  lines.prompt();
  for await (const line of lines) {
    await ask(line);
    lines.prompt();
  }
}

runTool(main);
