import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/project-root';
import { previewHtml } from './preview-html';
import { servePreview } from './preview-server';
import { runTool } from './run-tool';

/** `npm run preview`: shows every entry as people will see it, and shows it anew when a file changes. `--out FILE` writes the page instead. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, port: { type: 'string', default: '3979' } },
  });
  const root = projectRoot();
  if (values.out !== undefined) {
    writeFileSync(values.out, await previewHtml(root, { live: false }));
    return;
  }
  const { url } = await servePreview(root, Number(values.port));
  console.log(`The preview is at ${url}`);
}

runTool(main);
