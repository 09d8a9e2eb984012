// Runs a compiled entry, or jest, after installing and building whatever is missing or stale.
// Needs nothing but Node and npm, so that `npm start` and `npm test` work in a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [target, ...args] = process.argv.slice(2);

function fail(status) {
  process.exit(status ?? 1);
}

/** Runs a command with its output on stderr, so that stdout stays the entry's own. */
function run(command, commandArgs) {
  const { status } = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(status);
}

function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.installed-lock-hash');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing dependencies …');
  run('npm', ['ci', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

ensureInstalled();
const { ensureBuilt } = await import('./build.mjs');
await ensureBuilt();

if (target === undefined) process.exit();
if (target === 'jest') {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(process.execPath, [jest, ...args], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
process.argv = [process.argv[0], join(root, 'dist', target), ...args];
await import(pathToFileURL(join(root, 'dist', target)).href);
