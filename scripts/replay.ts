import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Activity } from 'botbuilder';
import { TerminalAdapter } from '../src/channels/plain/terminal-adapter';
import { loadConfig } from '../src/config';
import { createBot } from '../src/create-bot';
import { runTool } from './run-tool';

const dialogueSchema = z.object({
  id: z.string(),
  about: z.string().default(''),
  signedIn: z.boolean().default(false),
  turns: z.array(
    z.object({
      user: z.string(),
      lang: z.string(),
      intents: z.array(z.string()).default([]),
      mustSay: z.array(z.string()).default([]),
      mustNotSay: z.array(z.string()).default([]),
    }),
  ),
});
type Dialogue = z.infer<typeof dialogueSchema>;
type DialogueTurn = Dialogue['turns'][number];

/** What a reply tells of how its message was understood; see EXPOSE_RECOGNITION. */
const exposedSchema = z.object({
  faq: z.object({
    language: z.string(),
    decision: z.string(),
    entry: z.string().nullable(),
    intents: z.array(z.object({ intent: z.string() })),
  }),
});

/**
 * `npm run replay -- FILE`: plays recorded conversations with the bot, signed in as a demo user where the
 * recording is; prints each turn, its reply, and whether language and intent are acceptable.
 */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Name a file: npm run replay -- FILE');
  const dialogues = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => dialogueSchema.parse(JSON.parse(line)));
  let [acceptable, turns] = [0, 0];
  for (const dialogue of dialogues) {
    const verdicts = await play(dialogue);
    turns += verdicts.length;
    acceptable += verdicts.filter(Boolean).length;
  }
  console.log(`${acceptable} of ${turns} turns acceptable`);
}

async function play({ id, about, signedIn, turns }: Dialogue): Promise<boolean[]> {
  const config = loadConfig({
    DATABASE_URL: 'file::memory:',
    LOG_LEVEL: 'error',
    EXPOSE_RECOGNITION: 'true',
    ...(signedIn && { DEMO_USER: 'anna' }),
  });
  const { conversation } = await createBot(config);
  const said: Partial<Activity>[] = [];
  const adapter = new TerminalAdapter(conversation.bot, (activity) => said.push(activity));
  for (const step of conversation.middleware) adapter.use(step);
  console.log(`\n### ${id}: ${about}`);
  const verdicts: boolean[] = [];
  for (const turn of turns) {
    await adapter.receive({ text: turn.user });
    verdicts.push(report(turn, said.splice(0)));
  }
  return verdicts;
}

function report(turn: DialogueTurn, replies: readonly Partial<Activity>[]): boolean {
  const understood = replies.flatMap(({ channelData }) => {
    const exposed = exposedSchema.safeParse(channelData);
    return exposed.success ? [exposed.data.faq] : [];
  });
  const intents = understood.map((faq) => intentOf(faq, turn));
  const language = understood.every((faq) => faq.language === turn.lang);
  const intent = intents.length > 0 && intents.every((id) => turn.intents.includes(id));
  const verdict = `${intent ? 'ok' : 'MISS'}${language ? '' : ' LANGUAGE'}`;
  console.log(`\n> ${turn.user}\n[${verdict}: ${[...new Set(intents)].join(', ')}]`);
  for (const { text } of replies) console.log(text);
  for (const line of turn.mustSay) console.log(`   must say: ${line}`);
  for (const line of turn.mustNotSay) console.log(`   must not say: ${line}`);
  return intent && language;
}

/** What a reply is about: the entry that it belongs to, or what was recognized where that is the acceptable one. */
function intentOf(
  { intents, entry, decision }: z.infer<typeof exposedSchema>['faq'],
  turn: DialogueTurn,
): string {
  const recognized = decision === 'fallback' ? 'none' : (intents[0]?.intent ?? 'none');
  return turn.intents.includes(recognized) ? recognized : (entry ?? recognized);
}

runTool(main);
