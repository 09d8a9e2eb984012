import { existsSync, readFileSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import type { Fault } from './fault';
import { lineAt, withLines } from './fault-lines';
import { UNTRANSLATED } from './untranslated';

/** Reads content files below a root; what can't be read or parsed becomes a fault instead of an exception. */
export class ContentFiles {
  readonly faults: Fault[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  fault(file: string, reason: string, where: Pick<Fault, 'path' | 'text' | 'line'> = {}): void {
    this.faults.push(...withLines([{ file, reason, ...where }], (name) => this.text(name)));
  }

  /** A file as it stands, undefined when there is none. */
  text(file: string): string | undefined {
    const path = join(this.#root, file);
    return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : undefined;
  }

  /** The file's checked content, or undefined after noting each of its faults. */
  read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const text = this.text(file);
    if (text === undefined) {
      this.fault(file, 'there is no such file');
      return undefined;
    }
    const json = this.#parse(file, text);
    if (json === undefined) return undefined;
    this.#findUntranslated(file, text);
    return this.check(file, [], json, schema);
  }

  /** A second, slower parser says where the fault stands. */
  #parse(file: string, text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      const errors: ParseError[] = [];
      parse(text, errors, { disallowComments: true });
      const [error] = errors;
      const reason = `not JSON${error === undefined ? '' : `: ${printParseErrorCode(error.error)}`}`;
      this.fault(file, reason, error && { line: lineAt(text, error.offset) });
      return undefined;
    }
  }

  /** A value of a file, checked; `path` says where in the file it stands. */
  check<T>(
    file: string,
    path: readonly string[],
    value: unknown,
    schema: z.ZodType<T>,
  ): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const place = [...path, ...issue.path].map((key) =>
        typeof key === 'symbol' ? key.toString() : key,
      );
      this.fault(file, `${place.join('.') || 'the file'}: ${issue.message}`, { path: place });
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

  #findUntranslated(file: string, text: string): void {
    const count = text.split(UNTRANSLATED).length - 1;
    if (count > 0)
      this.fault(file, `${count} texts still to be translated, marked ${UNTRANSLATED.trim()}`, {
        line: lineAt(text, text.indexOf(UNTRANSLATED)),
      });
  }

  #names(folder: string, keep: (name: Dirent) => boolean): readonly string[] {
    try {
      return readdirSync(join(this.#root, folder), { withFileTypes: true })
        .filter(keep)
        .map(({ name }) => name)
        .sort();
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      this.fault(folder, isMissing ? 'there is no such folder' : String(error));
      return [];
    }
  }
}
