// What the tests import from the packages of the program is one file that each test process compiles once (jest-environment.cjs):
// to find, read and compile two thousand files anew in each test file took longer than most tests.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLE, BUNDLERS, filesUnder, tune } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(root, 'dist', 'packages');

/** Where a file imports more than types from a package. */
const IMPORTS = /^(?:import|export) (?!type )(?:[^';]* from )?'([^'.][^']*)'/gm;

const read = (file) => readFileSync(join(root, file), 'utf8');

/** What the program and the tests import from the packages that the program depends on, as `botbuilder/lib/activityValidator`. */
function findImports() {
  const names = Object.keys(JSON.parse(read('package.json')).dependencies);
  const isBundled = (path) =>
    !BUNDLE.external.includes(path) &&
    names.some((name) => path === name || path.startsWith(`${name}/`));
  const files = [...filesUnder('src', /\.ts$/), ...filesUnder('test', /\.ts$/)];
  const paths = files.flatMap((file) => [...read(file).matchAll(IMPORTS)].map(([, path]) => path));
  return [...new Set(paths)].filter(isBundled).sort();
}

const fileOf = (path) => `${path.replaceAll('/', '+')}.js`;

/** One file with all of them, each run when it is first asked for, and one for each that asks for it. */
async function write(folder, paths) {
  const lines = paths.map((path) => `'${path}': () => require('${path}'),`);
  await build({
    ...BUNDLE,
    stdin: { contents: `module.exports = {${lines.join('\n')}};`, resolveDir: root },
    outfile: join(folder, 'bundle.js'),
  });
  tune(join(folder, 'bundle.js'));
  writeFileSync(
    join(folder, 'all.js'),
    'runPackages(`${__dirname}/bundle.js`)(require, module, __filename, __dirname);',
  );
  for (const path of paths)
    writeFileSync(join(folder, fileOf(path)), `module.exports = require('./all.js')['${path}']();`);
}

/** Bundles the packages unless that is done, and gives what jest's `moduleNameMapper` needs to find them there. */
export async function bundlePackages() {
  const paths = findImports();
  const files = [...BUNDLERS, 'scripts/jest-packages.mjs'];
  const inputs = [paths.join(), ...files.map(read)];
  const name = createHash('sha256').update(inputs.join('\0')).digest('hex').slice(0, 16);
  const folder = join(FOLDER, name);
  if (!existsSync(folder)) {
    rmSync(FOLDER, { recursive: true, force: true });
    const draft = join(FOLDER, `${name}.${process.pid}`);
    mkdirSync(draft, { recursive: true });
    await write(draft, paths);
    renameSync(draft, folder);
  }
  return Object.fromEntries(
    paths.map((path) => [`^${path.replaceAll('.', '\\.')}$`, join(folder, fileOf(path))]),
  );
}
