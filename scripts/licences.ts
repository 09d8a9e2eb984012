import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../src/project-root';
import { runTool } from './run-tool';

/** Licences under which anybody may pass a package on with the bot. */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD'],
  ...['Python-2.0', 'PSF-2.0', 'CC0-1.0', 'Unlicense', 'Zlib', 'BSD', 'public domain'],
]);
/** Only used to build and test, never passed on. */
const ALLOWED_IN_DEVELOPMENT = new Set(['MPL-2.0', 'LGPL-3.0', 'CC-BY-4.0']);
/** Packages whose package.json says nothing; read from their files. */
const READ = new Map([
  ['escape-regexp-component', 'MIT'],
  ['cldrjs', 'MIT'],
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      integrity: z.string().optional(),
    }),
  ),
});
const packageSchema = z.object({ license: z.string().catch('') });

/** `npm run licences`: the licence of every dependency; exit code 1 for one that isn't allowed, or isn't pinned by its hash. */
function main(): void {
  const root = projectRoot();
  const read = (...path: string[]): unknown =>
    JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  const { packages } = lockSchema.parse(read('package-lock.json'));
  const installed = Object.entries(packages).flatMap(([path, { dev = false }]) => {
    const license = path === '' ? undefined : licenceOf(path, read);
    return license === undefined ? [] : [{ path, dev, license }];
  });
  const counts = new Map<string, number>();
  for (const { license } of installed) counts.set(license, (counts.get(license) ?? 0) + 1);
  for (const [license, count] of [...counts].sort(([, one], [, other]) => other - one))
    console.log(`${String(count).padStart(5)}  ${license}`);
  const refused = installed.filter(({ dev, license }) => !isAllowed(license, dev));
  for (const { path, license } of refused) console.log(`not allowed: ${path}: ${license}`);
  const scripted = Object.values(packages).filter((one) => one.hasInstallScript === true).length;
  console.log(`${scripted} packages have install scripts; .npmrc lets none of them run.`);
  const unproven = Object.keys(packages).filter(
    (path) => path !== '' && packages[path]?.integrity === undefined,
  );
  for (const path of unproven) console.log(`without integrity in package-lock.json: ${path}`);
  if (refused.length + unproven.length > 0) process.exitCode = 1;
}

/** Undefined for packages of other platforms, which aren't installed. */
function licenceOf(path: string, read: (...path: string[]) => unknown): string | undefined {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  try {
    const { license } = packageSchema.parse(read(path, 'package.json'));
    return license === '' ? (READ.get(name) ?? 'unknown') : license;
  } catch {
    return undefined;
  }
}

/** Of an expression, every part of an AND and one of an OR must be allowed. */
function isAllowed(expression: string, isDevelopment: boolean): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) =>
      choice
        .split(' AND ')
        .every((one) => ALLOWED.has(one) || (isDevelopment && ALLOWED_IN_DEVELOPMENT.has(one))),
    );
}

runTool(main);
