import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '../..');

/** A copy of the project's content in a folder of its own, for a test to change. */
export class ContentFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'content-'));
  readonly #changed = new Set<string>();

  constructor() {
    for (const folder of ['dialogs', 'locales'])
      cpSync(join(project, folder), join(this.root, folder), { recursive: true });
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  write(file: string, text: string): this {
    this.#changed.add(file);
    writeFileSync(join(this.root, file), text);
    return this;
  }

  /** Makes it a copy again, for the next test: that is faster than a new one. */
  restore(): void {
    for (const file of this.#changed) {
      if (existsSync(join(project, file))) copyFileSync(join(project, file), join(this.root, file));
      else rmSync(join(this.root, file));
    }
    this.#changed.clear();
  }

  /** Replaces a text that must be there. */
  replace(file: string, before: string | RegExp, after: string): this {
    const text = this.read(file);
    const changed = text.replace(before, after);
    if (changed === text) throw new Error(`${file} has no ${String(before)}`);
    return this.write(file, changed);
  }
}
