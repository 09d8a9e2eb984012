import { readFileSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Fault } from './fault';

/** Reads content files below a root; what can't be read or parsed becomes a fault instead of an exception. */
export class ContentFiles {
  readonly faults: Fault[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  fault(file: string, reason: string): void {
    this.faults.push({ file, reason });
  }

  /** The file's checked content, or undefined after noting each of its faults. */
  read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(join(this.#root, file), 'utf8'));
    } catch (error) {
      this.fault(file, error instanceof Error ? error.message : String(error));
      return undefined;
    }
    return this.check(file, '', json, schema);
  }

  /** A value of a file, checked; `path` says where in the file it stands. */
  check<T>(file: string, path: string, value: unknown, schema: z.ZodType<T>): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const place = [path, ...issue.path].filter((step) => step !== '').join('.');
      this.fault(file, `${place || 'the file'}: ${issue.message}`);
    }
    return undefined;
  }

  /** Names of the folders in a folder, sorted; a missing folder is a fault. */
  folders(folder: string): readonly string[] {
    return this.#names(folder, (name) => name.isDirectory());
  }

  /** Names of the JSON files in a folder without their ending, sorted; a missing folder is a fault. */
  jsonFiles(folder: string): readonly string[] {
    return this.#names(folder, (name) => name.isFile() && name.name.endsWith('.json')).map((name) =>
      name.slice(0, -'.json'.length),
    );
  }

  #names(folder: string, keep: (name: Dirent) => boolean): readonly string[] {
    try {
      return readdirSync(join(this.#root, folder), { withFileTypes: true })
        .filter(keep)
        .map(({ name }) => name)
        .sort();
    } catch (error) {
      this.fault(folder, error instanceof Error ? error.message : String(error));
      return [];
    }
  }
}
