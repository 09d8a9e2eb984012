import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadConfig, readEnvironment } from '../src/config';
import { projectRoot } from '../src/project-root';
import { runTool } from './run-tool';
import { packageTeamsApp } from './teams-package';

/** `npm run teams:package [FILE]`: writes the Teams app of the settings in `.env`, `dist/partner-benefits-teams.zip` by default. */
function main(): void {
  const root = projectRoot();
  const config = loadConfig(readEnvironment(join(root, '.env')));
  const file = process.argv[2] ?? join(root, 'dist', 'partner-benefits-teams.zip');
  const app = packageTeamsApp(root, config);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, app);
  console.log(`${file}: version ${config.TEAMS_APP_VERSION}, valid by Microsoft's own schema.`);
}

runTool(main);
