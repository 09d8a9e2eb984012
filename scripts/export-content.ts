import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentToExchange } from '../src/content/exchange/content-to-exchange';
import type { Loss } from '../src/content/exchange/exchange-format';
import { loadContent } from '../src/content/load-content';
import { projectRoot } from '../src/project-root';
import { findFormat, formatNames } from './exchange-formats';
import { runTool } from './run-tool';

/** `npm run export-content -- FORMAT [--to FOLDER]`: writes all questions, answers and utterances in another format. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string', default: join(projectRoot(), 'data', 'export') } },
  });
  const names = positionals.length > 0 ? positionals : formatNames;
  const content = contentToExchange(loadContent(projectRoot()));
  mkdirSync(values.to, { recursive: true });
  for (const format of names.map(findFormat)) {
    const { files, losses } = await format.write(content);
    for (const [name, data] of files) {
      writeFileSync(join(values.to, name), data);
      console.log(join(values.to, name));
    }
    for (const line of summarize(losses)) console.log(`  not held: ${line}`);
  }
}

/** Losses by what they are and why. */
function summarize(losses: readonly Loss[]): readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const { language, part, reason, entry } of losses) {
    const key = `${part}, ${language}: ${reason}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(entry));
  }
  return [...groups].map(([key, entries]) => `${key} (${[...entries].join(', ')})`);
}

runTool(main);
