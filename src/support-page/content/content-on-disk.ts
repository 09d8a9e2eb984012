import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PreviewEntry } from '../../content/preview/preview';
import type { EntryId } from '../../core/entry';
import { ContentError } from '../../core/errors';

/** Content that could be read. */
export interface ReadableContent {
  /** Every entry with its utterances, confusions and review. */
  readonly entries: readonly PreviewEntry[];
  /** Some of them with what the bot replies as well, which takes it some milliseconds each. */
  withReplies(ids: readonly EntryId[]): Promise<readonly PreviewEntry[]>;
}

/** The content as its files say it now. */
export interface ContentNow {
  /** As the files were when they could last be read; undefined when they never could. */
  readonly content: ReadableContent | undefined;
  /** False once a file has changed since the start: then people get other answers than the page shows. */
  readonly isLive: boolean;
  /** Why the files can't be served, if so. */
  readonly fault?: string | undefined;
}

/** Reads the content anew whenever a file has changed, and says whether people get that already. */
export class ContentOnDisk {
  readonly #root: string;
  readonly #load: () => ReadableContent;
  readonly #started: string;
  #now: ContentNow | undefined;
  #stamp: string | undefined;

  /** `load` throws a `ContentError` for files that can't be served. */
  constructor(root: string, load: () => ReadableContent) {
    this.#root = root;
    this.#load = load;
    this.#started = stampOf(root);
  }

  /** Takes a third of a second after a change, and no time else. */
  read(): ContentNow {
    const stamp = stampOf(this.#root);
    if (this.#now === undefined || this.#stamp !== stamp)
      this.#now = this.#readAnew(stamp === this.#started);
    this.#stamp = stamp;
    return this.#now;
  }

  #readAnew(isLive: boolean): ContentNow {
    try {
      return { isLive, content: this.#load() };
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      return { isLive, content: this.#now?.content, fault: error.message };
    }
  }
}

/** Names, sizes and times of the content files. */
function stampOf(root: string): string {
  return ['dialogs', 'locales']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .map((name) => join(folder, String(name)))
        .filter((name) => name.endsWith('.json')),
    )
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
