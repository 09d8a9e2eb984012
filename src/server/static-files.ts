import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Request, Response } from 'restify';
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

/**
 * The built files of a folder, held in memory: a few megabytes, and nothing that happens to the folder later can
 * hurt a running bot. Files are served compressed where the build compressed them.
 */
export class StaticFiles {
  readonly #contents: ReadonlyMap<string, Buffer>;

  constructor(folder: string) {
    const names = readdirSync(folder, { recursive: true })
      .map((name) => String(name))
      .filter((name) => statSync(join(folder, name)).isFile());
    this.#contents = new Map(
      names.map((name) => [`/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name))]),
    );
  }

  /** Sends the file at a path, or that it hasn't changed; throws `NotFound` for a path that has none. */
  send(path: string, request: Request, response: Response, cacheControl: string): void {
    const content = this.#contents.get(path);
    const type = TYPES[extname(path)];
    if (content === undefined || type === undefined)
      throw new HttpError('NotFound', 'There is no such file.');
    const accepted = request
      .header('accept-encoding', '')
      .split(',')
      .map((one) => one.trim());
    const [encoding, ending] = ENCODINGS.find(
      ([name, end]) => accepted.includes(name) && this.#contents.has(path + end),
    ) ?? ['identity', ''];
    const body = this.#contents.get(path + ending) ?? content;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    response.setHeader('Cache-Control', cacheControl);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
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
