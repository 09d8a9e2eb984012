import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig, readEnvironment } from '../src/config';
import { formatFault } from '../src/content/fault';
import { inspectContent } from '../src/content/gate/gate';
import { loadSpelling } from '../src/content/gate/spelling';
import { ContentError } from '../src/core/errors';
import type { Lesson } from '../src/core/lesson';
import { projectRoot } from '../src/project-root';
import { openExistingDatabase } from '../src/storage/database';
import { applyLessons } from '../src/support/learning/apply-lessons';
import { ChangeStore } from '../src/support/learning/change-store';
import { lessonSchema } from '../src/support/learning/trial';
import { rememberedConfusions } from './remembered-confusions';
import { runTool } from './run-tool';

const exportSchema = z.object({ lessons: z.array(lessonSchema) });
const MOST = 1000;

/**
 * `npm run learn`: puts the lessons that supporters have accepted into `locales/`, as far as they are new. `-- FILE` takes
 * them from a file that the support page exported instead of from the database. When the content gate finds a fault
 * then, every file is left as it was.
 */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) await learnFromDatabase();
  else learn(exportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).lessons);
}

async function learnFromDatabase(): Promise<void> {
  const config = loadConfig(readEnvironment(join(projectRoot(), '.env')));
  const database = await openExistingDatabase(config.DATABASE_URL);
  const changes = new ChangeStore(database, () => new Date());
  const accepted = [...(await changes.list(MOST, 'accepted'))].reverse();
  learn(accepted.map(({ lesson }) => lesson));
  const by = userInfo().username;
  for (const { id } of accepted) await changes.move(id, { from: 'accepted', to: 'applied', by });
  await database.destroy();
}

/** Throws when the gate refuses what comes of it. */
function learn(lessons: readonly Lesson[]): void {
  const root = projectRoot();
  const read = (file: string) => {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const { files, added } = applyLessons(lessons, read);
  const before = new Map([...files.keys()].map((file) => [file, read(file) ?? '{}\n']));
  writeAll(root, files);
  const faults = added.length === 0 ? [] : findFaults(root);
  if (faults.length > 0) {
    writeAll(root, before);
    throw new ContentError(`Nothing was changed, as then:\n${faults.join('\n')}`);
  }
  for (const { file, text } of added) console.log(`${file}: ${text}`);
  console.log(
    added.length === 0
      ? 'There is nothing new to learn.'
      : `${added.length} utterances added. Look at them (git diff), commit, then build and restart the bot.`,
  );
}

function writeAll(root: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) writeFileSync(join(root, file), text);
}

function findFaults(root: string): readonly string[] {
  const { faults } = inspectContent(root, {
    today: new Date().toISOString().slice(0, 10),
    spelling: (language) => loadSpelling(root, language),
    confusions: (content) => rememberedConfusions(root, content),
  });
  return faults.filter(({ severity }) => severity === undefined).map(formatFault);
}

runTool(main);
