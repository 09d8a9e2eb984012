import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../core/errors';

const manifest = z.object({ script: z.string(), style: z.string(), demoStyle: z.string() });

/** The built browser code: its folder, and the addresses of the files whose names change with their content. */
export type WebFiles = Readonly<z.infer<typeof manifest>> & { readonly folder: string };

/** Finds the browser code; throws {@link ConfigError} when it was not built. */
export function findWebFiles(folder: string): WebFiles {
  const file = join(folder, 'manifest.json');
  try {
    return { ...manifest.parse(JSON.parse(readFileSync(file, 'utf8'))), folder };
  } catch (cause) {
    throw new ConfigError(`${file} can't be read: the browser code is not built. Run npm start.`, {
      cause,
    });
  }
}
