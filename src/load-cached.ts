import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { constants, Script } from 'node:vm';

/** By then what runs at start has run, and is compiled. */
const SETTLED_MS = 5000;

/** What Node makes of a CommonJS module. */
type Wrapped = (
  ...names: [
    exports: object,
    require: NodeJS.Require,
    module: { readonly exports: object },
    filename: string,
    folder: string,
  ]
) => void;

/**
 * Runs a CommonJS file, compiled as it was the last time: what V8 made of it is kept beside it. V8 itself refuses what
 * another version of it made; a build deletes it with the file.
 */
export function loadCached(file: string): void {
  const cache = `${file}.cache`;
  const cachedData = readIfThere(cache);
  const source = readFileSync(file, 'utf8');
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    {
      ...{ filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
      ...(cachedData !== undefined && { cachedData }),
    },
  );
  const module = { exports: {} };
  const run = script.runInThisContext() as Wrapped;
  run(module.exports, createRequire(file), module, file, dirname(file));
  if (cachedData !== undefined && script.cachedDataRejected !== true) return;
  let isKept = false;
  const keep = () => {
    if (!isKept) writeIfPossible(cache, script.createCachedData());
    isKept = true;
  };
  setTimeout(keep, SETTLED_MS).unref();
  // Also when it has done its work sooner, as when a build runs it.
  process.once('exit', (code) => {
    if (code === 0) keep();
  });
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Without it, as in a folder that is read only, the next start takes as long as this one. */
function writeIfPossible(file: string, data: Buffer): void {
  try {
    writeFileSync(file, data);
  } catch {
    // Nothing depends on it.
  }
}
