// Runs a compiled entry, or jest, after installing and building whatever is missing or stale.
// Needs nothing but Node and npm, so that `npm start` and `npm test` work in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [target, ...args] = process.argv.slice(2);

/** Runs a command with its output on stderr, so that stdout stays the entry's own. */
function run(command, commandArgs) {
  const { status } = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** npm writes its own lock file into node_modules when it is done; it is older than ours when ours has changed since. */
function ensureInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = statSync(join(root, 'package-lock.json')).mtimeMs;
  if (existsSync(installed) && statSync(installed).mtimeMs >= wanted) return;
  console.error('Installing dependencies …');
  run('npm', ['ci', '--loglevel=error']);
}

ensureInstalled();
const { ensureBuilt, ensureCompiled } = await import('./build.mjs');
await ensureBuilt();

if (target === undefined) {
  await ensureCompiled();
  process.exit();
}
if (target === 'jest') {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
process.argv = [process.argv[0], join(root, 'dist', target), ...args];
await import(pathToFileURL(join(root, 'dist', target)).href);
