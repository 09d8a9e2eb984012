import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../src/config';
import { erasePerson } from '../src/privacy/erase-person';
import { exportPerson } from '../src/privacy/export-person';
import { projectRoot } from '../src/project-root';
import { openExistingDatabase } from '../src/storage/database';
import { runTool } from './run-tool';
import { terminalJson } from './terminal-json';
import { UsageError } from './usage-error';

const USAGE = `npm run privacy -- export --user NAME   everything that is kept of a person, as JSON
npm run privacy -- erase --user NAME    forgets a person

NAME: a channel's user id, an e-mail address given for a ticket or vouched for by a website, a ticket (T-1042), an
object id of Entra ID, or the key of a person on the support page.`;

/** Shows or erases a person in the database of the settings, also while the bot runs. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { user: { type: 'string', default: '' } },
  });
  const [action] = positionals;
  if (values.user === '' || (action !== 'export' && action !== 'erase'))
    throw new UsageError(USAGE);
  const config = loadConfig(readEnvironment(join(projectRoot(), '.env')));
  const database = await openExistingDatabase(config.DATABASE_URL);
  try {
    const actions = { export: exportPerson, erase: erasePerson };
    const result = await actions[action](database, values.user, { timeZone: config.TIME_ZONE });
    if (result === undefined) throw new UsageError('Nobody is known by that name.');
    console.log(terminalJson(result));
  } finally {
    await database.destroy();
  }
}

runTool(main);
