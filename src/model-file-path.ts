import { join } from 'node:path';

/** Where the build keeps the trained model. */
export function modelFile(root: string): string {
  return join(root, 'dist', 'model', 'model.bin');
}

/** Where the build keeps what it has learnt of the languages and of the domain's words. */
export function learntFiles(root: string): { languages: string; homeWords: string } {
  const folder = join(root, 'dist', 'model');
  return { languages: join(folder, 'languages.bin'), homeWords: join(folder, 'home-words.json') };
}
