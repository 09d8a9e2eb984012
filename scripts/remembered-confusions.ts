import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Content } from '../src/content/content';
import type { Confusion } from '../src/content/gate/check-confusions';
import { versionOf } from '../src/understanding/classifier/train-model';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { findConfusions } from '../src/understanding/evaluation/find-confusions';

const confusionsFile = z.object({
  version: z.string(),
  confusions: z.array(
    z.object({
      ...{ language: z.string(), text: z.string(), entry: z.string(), other: z.string() },
      lead: z.number(),
    }),
  ),
});

/** Reading every utterance as if it were new takes seconds, so the result is kept until an utterance changes. */
export function rememberedConfusions(root: string, content: Content): readonly Confusion[] {
  const file = join(root, 'data', 'confusions.json');
  const set = trainingSetFromContent(root, content);
  const version = versionOf(set);
  const kept = existsSync(file)
    ? confusionsFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
    : undefined;
  if (kept?.version === version) return kept.confusions;
  const confusions = findConfusions(set);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version, confusions }));
  return confusions;
}
