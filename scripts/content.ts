import type { Content } from '../src/content/content';
import { formatFault } from '../src/content/fault';
import { inspectContent } from '../src/content/gate/gate';
import { loadSpelling } from '../src/content/gate/spelling';
import { projectRoot } from '../src/project-root';
import { rememberedConfusions } from './remembered-confusions';
import { runTool } from './run-tool';

/** Warnings that are printed; the rest is counted, unless `--all` is given. */
const SHOWN_WARNINGS = 10;

/** `npm run content`: checks dialogs/ and locales/; lists every fault with file and line, and fails when there is one. */
function main(): void {
  const root = projectRoot();
  const { content, faults } = inspectContent(root, {
    today: new Date().toISOString().slice(0, 10),
    spelling: (language) => loadSpelling(root, language),
    confusions: (read) => rememberedConfusions(root, read),
  });
  const errors = faults.filter(({ severity }) => severity === undefined);
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  const shown = process.argv.includes('--all') ? warnings : warnings.slice(0, SHOWN_WARNINGS);
  for (const warning of shown) console.log(`warning: ${formatFault(warning)}`);
  if (shown.length < warnings.length)
    console.log(`… and ${warnings.length - shown.length} more: npm run content -- --all`);
  for (const error of errors) console.error(formatFault(error));
  if (errors.length > 0) process.exitCode = 1;
  console.log(`${summarize(content)}: ${errors.length} faults, ${warnings.length} warnings.`);
}

function summarize(content: Content): string {
  const counts = [...content.in].map(([language, { utterances }]) => {
    const lines = Object.values(utterances).reduce((total, list) => total + list.length, 0);
    return `${language}: ${lines} utterances`;
  });
  return [`${content.entries.size} entries`, ...counts].join(', ');
}

runTool(main);
