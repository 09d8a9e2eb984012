import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Request, Response } from 'restify';
import { digestOf } from '../core/digest';
import { HttpError } from './http-error';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Encodings in the order of preference, with the ending of the files that the build made. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

interface StaticFile {
  readonly body: Buffer;
  readonly etag: string;
}

/**
 * The built files of a folder, held in memory: a few megabytes, and nothing that happens to the folder later can
 * hurt a running bot. Files are served compressed where the build compressed them.
 */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;

  constructor(folder: string) {
    const names = readdirSync(folder, { recursive: true })
      .map((name) => String(name))
      .filter((name) => statSync(join(folder, name)).isFile());
    this.#files = new Map(
      names.map((name) => [`/${name.replaceAll('\\', '/')}`, read(join(folder, name))]),
    );
  }

  /** Sends the file at a path, or that it hasn't changed; throws `NotFound` for a path that has none. */
  send(path: string, request: Request, response: Response, cacheControl: string): void {
    const file = this.#files.get(path);
    const type = TYPES[extname(path)];
    if (file === undefined || type === undefined)
      throw new HttpError('NotFound', 'There is no such file.');
    const accepted = request
      .header('accept-encoding', '')
      .split(',')
      .map((one) => one.trim());
    const [encoding, ending] = ENCODINGS.find(
      ([name, end]) => accepted.includes(name) && this.#files.has(path + end),
    ) ?? ['identity', ''];
    const { body, etag } = this.#files.get(path + ending) ?? file;
    response.setHeader('Cache-Control', cacheControl);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('ETag', etag);
    response.appendHeader('Vary', 'Accept-Encoding');
    if (request.header('if-none-match') === etag) {
      response.sendRaw(304, '');
      return;
    }
    response.sendRaw(200, body, {
      'Content-Type': type,
      'Content-Length': String(body.length),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    });
  }
}

function read(path: string): StaticFile {
  const body = readFileSync(path);
  return { body, etag: `"${digestOf(body)}"` };
}
