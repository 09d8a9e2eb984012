import { ContentError } from '../core/errors';

/** Something wrong in a content file. */
export interface Fault {
  /** Path below the project's root. */
  readonly file: string;
  readonly reason: string;
}

/** One error that lists every fault with its file. */
export function contentError(faults: readonly Fault[]): ContentError {
  const lines = faults.map(({ file, reason }) => `  ${file}: ${reason}`);
  return new ContentError(`The content can't be served:\n${lines.join('\n')}`);
}
