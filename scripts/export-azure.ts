import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config';
import { loadContent } from '../src/content/load-content';
import { projectRoot } from '../src/project-root';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { toAzureProject } from '../src/understanding/recognizers/azure-project';
import { runTool } from './run-tool';

const NAME = 'partner-benefits';

/**
 * `npm run azure:export [-- --to FOLDER --project NAME --container NAME]`: writes all utterances as a project that Azure
 * AI Language imports (`project.json`), and the texts that go to its storage container (`documents/`).
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: join(projectRoot(), 'data', 'azure') },
      project: { type: 'string', default: NAME },
      container: { type: 'string', default: NAME },
    },
  });
  const root = projectRoot();
  const { project, documents } = toAzureProject(trainingSetFromContent(root, loadContent(root)), {
    ...{ name: values.project, container: values.container },
    language: loadConfig({}).DEFAULT_LANGUAGE,
  });
  const folder = join(values.to, 'documents');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of documents) writeFileSync(join(folder, name), text);
  const file = join(values.to, 'project.json');
  writeFileSync(file, `${JSON.stringify(project, null, 2)}\n`);
  console.log(file);
  console.log(`${folder}: ${documents.size} documents`);
}

runTool(main);
