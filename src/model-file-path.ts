import { join } from 'node:path';

/** Where the build keeps the trained model. */
export function modelFile(root: string): string {
  return join(root, 'dist', 'model', 'model.bin');
}
