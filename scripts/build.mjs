// Compiles src/ and scripts/ to dist/ when something in them changed. Types are checked by `npm run check`, not here.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', '.built-from');

function filesUnder(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => pattern.test(name))
    .sort();
}

/** Names, sizes and times of all inputs: cheap to take on each start, and changed by any edit. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Brings dist/ up to date; does nothing when it already is. */
export async function ensureBuilt() {
  const sources = [...filesUnder('src', /\.ts$/), ...filesUnder('scripts', /\.ts$/)].filter(
    (file) => !file.startsWith(join('src', 'web')),
  );
  const stamp = fingerprint([...sources, 'package-lock.json', 'scripts/build.mjs']);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('Building …');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: sources,
    outbase: '.',
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  writeFileSync(stampFile, stamp);
}
