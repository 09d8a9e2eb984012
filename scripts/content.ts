import { loadContent } from '../src/content/load-content';
import { projectRoot } from '../src/project-root';
import { runTool } from './run-tool';

/** `npm run content`: checks dialogs/ and locales/; lists every fault and fails when there is one. */
function main(): void {
  const content = loadContent(projectRoot());
  const counts = [...content.in].map(([language, { utterances }]) => {
    const lines = Object.values(utterances).reduce((total, list) => total + list.length, 0);
    return `${language}: ${lines} utterances`;
  });
  console.log(`${content.entries.size} entries, ${counts.join(', ')}: no faults.`);
}

runTool(main);
