import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../core/errors';
import { StaticFiles } from './static-files';

const manifest = z.object({
  script: z.string(),
  style: z.string(),
  demoStyle: z.string(),
  supportScript: z.string(),
  supportStyle: z.string(),
});

/** The built browser code, and the addresses of the files whose names change with their content. */
export type WebFiles = Readonly<z.infer<typeof manifest>> & { readonly content: StaticFiles };

/** Finds the browser code; throws {@link ConfigError} when it was not built. */
export function findWebFiles(folder: string): WebFiles {
  const file = join(folder, 'manifest.json');
  try {
    const addresses = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { ...addresses, content: new StaticFiles(folder) };
  } catch (cause) {
    throw new ConfigError(`${file} can't be read: the browser code is not built. Run npm start.`, {
      cause,
    });
  }
}
