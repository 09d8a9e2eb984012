import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Confusion } from './content/gate/check-confusions';

const confusionsFile = z.object({
  version: z.string(),
  confusions: z.array(
    z.object({
      ...{ language: z.string(), text: z.string(), entry: z.string(), other: z.string() },
      lead: z.number(),
    }),
  ),
});

/** The confusions found when the utterances were of a version; undefined when they haven't been looked for since. */
export function readConfusions(root: string, version: string): readonly Confusion[] | undefined {
  const file = pathOf(root);
  if (!existsSync(file)) return undefined;
  const kept = confusionsFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  return kept?.version === version ? kept.confusions : undefined;
}

/** Keeps what was found: looking for it takes seconds. */
export function keepConfusions(
  root: string,
  version: string,
  confusions: readonly Confusion[],
): void {
  const file = pathOf(root);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version, confusions }));
}

function pathOf(root: string): string {
  return join(root, 'data', 'confusions.json');
}
