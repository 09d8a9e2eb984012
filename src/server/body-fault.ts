import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from './http-error';

/**
 * The refusal of a body by what its headers announce: compressed, since its size isn't known before it is unpacked, of
 * more than `maximum` bytes, or in characters other than UTF-8, which would be read as if they were. The refusal calls it
 * by the `name`.
 */
export function bodyFault(
  {
    'content-encoding': encoding,
    'content-length': length,
    'content-type': type = '',
  }: IncomingHttpHeaders,
  maximum: number,
  name: string,
): HttpError | undefined {
  if (encoding !== undefined && encoding !== 'identity')
    return new HttpError('UnsupportedEncoding', `Send the ${name} without Content-Encoding.`);
  if (Number(length) > maximum)
    return new HttpError('BodyTooLarge', `The ${name} may have at most ${maximum} bytes.`);
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset))
    return new HttpError('UnsupportedMediaType', `Send the ${name} in UTF-8.`);
  return undefined;
}
