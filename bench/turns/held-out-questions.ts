import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const line = z.object({ text: z.string() });

/** What people ask in the held-out fixtures, in both languages. */
export function heldOutQuestions(): readonly string[] {
  return ['en', 'sv'].flatMap((language) =>
    readFileSync(join(process.cwd(), `test/fixtures/heldout-${language}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((json) => line.parse(JSON.parse(json)).text),
  );
}
