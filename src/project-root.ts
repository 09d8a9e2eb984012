import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: where package.json lies, from the source and from the compiled files alike. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
