// Compiles src/ and scripts/ to dist/, bundles src/web and trains the model, each when something in it changed.
// Types are checked by `npm run check`, not here.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editSource } from './edit-source.mjs';
import { nativeAsync } from './native-async.mjs';
import { shareShapes } from './share-shapes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const WEB = join('src', 'web');
const PROGRAM = join('src', 'program.ts');
const WORKER = join('src', 'recognizer-worker.ts');
const TARGET = {
  ...{ platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' },
  // Node has them; else esbuild makes such a pattern anew each time that it is used.
  supported: { 'regexp-unicode-property-escapes': true },
};

/** What all that is built depends on, beside its sources. */
export const BUNDLERS = [
  'package-lock.json',
  ...['build', 'edit-source', 'share-shapes', 'native-async'].map((name) => `scripts/${name}.mjs`),
];

/** How packages become part of one file. */
export const BUNDLE = {
  ...TARGET,
  absWorkingDir: root,
  bundle: true,
  // Made for one kind of machine; an optional part that nothing here has.
  external: ['libsql', 'dtrace-provider'],
  // Its main file hides from bundlers what it requires.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  ...{ minifyWhitespace: true, minifySyntax: true },
  legalComments: 'none',
};

export function filesUnder(folder, pattern) {
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

/** Runs a build into a folder of dist/ unless the folder was built from the same inputs. */
async function ensureFresh(folder, inputs, run) {
  const stampFile = join(root, 'dist', folder, '.built-from');
  const stamp = fingerprint([...inputs, ...BUNDLERS]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error(`Building ${folder} …`);
  if ((await run()) !== false) writeFileSync(stampFile, stamp);
}

async function buildProgram(sources) {
  for (const folder of ['src', 'scripts'])
    rmSync(join(root, 'dist', folder), { recursive: true, force: true });
  await build({
    ...TARGET,
    absWorkingDir: root,
    entryPoints: sources.filter((file) => file !== PROGRAM && file !== WORKER),
    outbase: '.',
    outdir: 'dist',
    sourcemap: 'linked',
  });
  await bundle(PROGRAM, WORKER);
}

/** Programs with their packages as one file each: to find and read two thousand takes longer than all else at start. */
async function bundle(...programs) {
  await build({ ...BUNDLE, entryPoints: programs, outbase: '.', outdir: 'dist' });
  for (const program of programs) tune(join(root, 'dist', program.replace(/\.ts$/, '.js')));
}

/** Makes a bundle easier on V8. */
export function tune(file) {
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, escape(editSource(source, [shareShapes, nativeAsync])));
}

/** Letters beyond ASCII as escapes, as esbuild writes them in all but patterns: one of them doubles V8's memory of a text. */
function escape(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Trains the model of the content. Faulty content is no fault of the build: whoever reads it next says what to mend. */
function trainModel() {
  mkdirSync(join(root, 'dist', 'model'), { recursive: true });
  const { status } = spawnSync(process.execPath, [join(root, 'dist/scripts/train.js')]);
  return status === 0;
}

/** Brings dist/ up to date; does nothing when it already is. */
export async function ensureBuilt() {
  const sources = [...filesUnder('src', /\.ts$/), ...filesUnder('scripts', /\.ts$/)].filter(
    (file) => !file.startsWith(WEB),
  );
  const browserSources = [
    ...filesUnder(WEB, /\.(tsx?|css)$/),
    ...filesUnder('locales', /\/web\.json$/),
    'scripts/build-web.mjs',
  ];
  await ensureFresh('web', browserSources, async () =>
    (await import('./build-web.mjs')).buildWeb(root),
  );
  await ensureFresh('src', sources, () => buildProgram(sources));
  const taught = ['dialogs', 'locales', join('src', 'understanding')];
  await ensureFresh(
    'model',
    taught.flatMap((folder) => filesUnder(folder, /\.(jsonl?|ts)$/)),
    trainModel,
  );
}

/**
 * Starts the program once and stops it, so that what V8 has made of it lies beside it (src/load-cached.ts): the first start
 * is then as fast as any other, also where nothing can be written. A program that doesn't start says why when it is meant to.
 */
export async function ensureCompiled() {
  if (existsSync(join(root, 'dist', 'src', 'program.js.cache'))) return;
  console.error('Compiling …');
  const world = { PORT: '0', DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [join(root, 'dist', 'src', 'index.js')], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...world },
  });
  child.stdout.once('data', () => child.kill('SIGTERM'));
  await once(child, 'exit');
}
