import { statSync } from 'node:fs';
import { CodedError } from '../../core/errors';

/** A database file, its log and the index of that. */
const SUFFIXES = ['', '-wal', '-shm'] as const;

/** The file that is open is not the one that the next start would open. */
export class MovedFileError extends CodedError {
  readonly code = 'DATABASE_MOVED';

  constructor(file: string) {
    super(
      `${file} was moved, deleted or replaced while the bot uses it. Nothing more is kept until it is back in its place, or the bot was restarted.`,
    );
  }
}

/**
 * Knows the files of an open database again. They stay open when somebody moves or deletes them, and take what nobody
 * would ever find.
 */
export class FilesInPlace {
  readonly #known = new Map<string, string>();

  /** @param path of the database; undefined for one in memory */
  constructor(private readonly path: string | undefined) {}

  /** Throws {@link MovedFileError} unless each file is where it was when it was first seen. */
  check(): void {
    if (this.path === undefined) return;
    for (const suffix of SUFFIXES) this.#checkOne(this.path + suffix);
  }

  #checkOne(file: string): void {
    const found = identify(file);
    const known = this.#known.get(file);
    if (found === known) return;
    if (known !== undefined) throw new MovedFileError(file);
    if (found !== undefined) this.#known.set(file, found);
  }
}

function identify(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.dev}/${stats.ino}`;
}
