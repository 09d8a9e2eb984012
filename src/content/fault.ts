import { ContentError } from '../core/errors';

/** Something wrong in a content file. */
export interface Fault {
  /** Path below the project's root. */
  readonly file: string;
  /** Where in a JSON file it stands, key by key. */
  readonly path?: readonly (string | number)[];
  /** The text that it is about, where that says better than a path on which line it stands. */
  readonly text?: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  readonly reason: string;
  /** A warning is worth a person's look, but the content can be served with it. */
  readonly severity?: 'warning';
}

/** A fault as editors and terminals understand it: `file:line: reason`. */
export function formatFault({ file, line, reason }: Fault): string {
  return line === undefined ? `${file}: ${reason}` : `${file}:${line}: ${reason}`;
}

/** One error that lists every fault with its file and line. */
export function contentError(faults: readonly Fault[]): ContentError {
  const lines = faults.map((fault) => `  ${formatFault(fault)}`);
  return new ContentError(`The content can't be served:\n${lines.join('\n')}`);
}
