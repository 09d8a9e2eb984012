import { join } from 'node:path';

/** Where the build keeps the trained model. */
export function modelFile(root: string): string {
  return join(root, 'dist', 'model', 'model.bin');
}

/** Where the build keeps what it has learnt of the languages. */
export function languageFile(root: string): string {
  return join(root, 'dist', 'model', 'languages.bin');
}
