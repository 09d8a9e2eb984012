import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { localeOf, scaffoldLanguage } from '../src/content/scaffold-language';
import { projectRoot } from '../src/project-root';
import { runTool } from './run-tool';
import { UsageError } from './usage-error';

const USAGE = 'npm run add-language -- nb [--locale nb-NO] [--from en]';

/** `npm run add-language -- nb`: makes the files of a new language, each text marked as still to be translated. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { locale: { type: 'string' }, from: { type: 'string', default: 'en' } },
  });
  const [language = ''] = positionals;
  if (!/^[a-z]{2,3}$/.test(language)) throw new UsageError(USAGE);
  const locales = join(projectRoot(), 'locales');
  const folder = join(locales, language);
  if (existsSync(folder)) throw new UsageError(`locales/${language} is there already.`);
  const files = scaffoldLanguage(readModel(join(locales, values.from)), {
    language,
    locale: values.locale ?? localeOf(language),
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(
    `locales/${language}: ${files.size} files. Write each marked text anew, then run the gate.`,
  );
}

/** The JSON of a language by path below its folder. */
function readModel(folder: string): ReadonlyMap<string, unknown> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        name.replaceAll('\\', '/'),
        JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown,
      ]),
  );
}

runTool(main);
