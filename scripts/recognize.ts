import { z } from 'zod';
import { loadConfig } from '../src/config';
import { loadContent } from '../src/content/load-content';
import type { Recognition } from '../src/core/recognition';
import { createRecognizer } from '../src/create-recognizer';
import { projectRoot } from '../src/project-root';
import type { Recognizer } from '../src/understanding/recognizers/recognizer';
import { readJsonLines, type JsonLine } from './json-lines';
import { runTool } from './run-tool';

// Reads one {"text": "…"} a line from stdin; writes one recognition a line, in the same order.
// A line may carry a `context` as in `UtteranceContext`. `--explain` adds the explanation.

const requestSchema = z.object({
  text: z.string(),
  context: z
    .object({
      asked: z.string().optional(),
      remembered: z.string().optional(),
      locale: z.string().optional(),
      previous: z.string().optional(),
      previousText: z.string().optional(),
      today: z.iso.date().optional(),
    })
    .optional(),
});

interface Settings {
  readonly today: string;
  readonly explain: boolean;
}

async function answerLine(line: JsonLine, recognizer: Recognizer, settings: Settings) {
  if ('error' in line) return { error: line.error };
  const request = requestSchema.safeParse(line.value);
  if (!request.success)
    return {
      error: request.error.issues
        .map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`)
        .join('; '),
    };
  const { text, context } = request.data;
  const { today = settings.today, ...rest } = context ?? {};
  return view(await recognizer.recognize(text, { ...rest, today, explain: settings.explain }));
}

function view({ text, language, languageEvidence, parts, version, explanation }: Recognition) {
  return {
    text,
    language,
    parts: parts.map((part) => ({
      text: part.text,
      decision: part.decision,
      intents: part.intents,
      ...(explanation && { entities: part.entities }),
    })),
    ...(explanation && { languageEvidence, version, explanation }),
  };
}

async function main(): Promise<void> {
  // Whoever reads the output may stop early, as `head` does.
  process.stdout.on('error', () => process.exit(0));
  const recognizer = createRecognizer(loadContent(projectRoot()), loadConfig({}));
  const settings = {
    today: new Date().toISOString().slice(0, 10),
    explain: process.argv.includes('--explain'),
  };
  for await (const line of readJsonLines(process.stdin)) {
    const answer = await answerLine(line, recognizer, settings);
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resume) => process.stdout.once('drain', resume));
  }
}

runTool(main);
