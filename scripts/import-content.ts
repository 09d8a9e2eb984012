import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { applyExchange } from '../src/content/exchange/apply-exchange';
import { ExchangeError } from '../src/content/exchange/exchange-format';
import { loadContent } from '../src/content/load-content';
import { projectRoot } from '../src/project-root';
import { formatOfFile } from './exchange-formats';
import { runTool } from './run-tool';
import { UsageError } from './usage-error';

const namedFile = z.record(z.string(), z.unknown());

/** `npm run import-content -- FILE [--write]`: shows what an edited export would change, and with --write changes it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new UsageError('npm run import-content -- FILE [--write]');
  const root = projectRoot();
  const incoming = await read(file);
  const { changes, files } = applyExchange(incoming, loadContent(root), (path) =>
    namedFile.parse(JSON.parse(readFileSync(join(root, path), 'utf8'))),
  );
  for (const { language, entry, what } of changes) console.log(`${language} ${entry}: ${what}`);
  if (changes.length === 0) console.log('Nothing differs.');
  else if (!values.write) console.log('Nothing is written yet: add --write, then run the gate.');
  else for (const [path, text] of files) writeFileSync(join(root, path), text);
}

async function read(file: string) {
  try {
    return await formatOfFile(file).read(readFileSync(file));
  } catch (error) {
    if (error instanceof ExchangeError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

runTool(main);
