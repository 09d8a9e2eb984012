import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from './http-error';

/**
 * The refusal of a body by what its headers announce: compressed, since its size isn't known before it is unpacked, or of
 * more than `maximum` bytes. The refusal calls it by the `name`.
 */
export function bodyFault(
  { 'content-encoding': encoding, 'content-length': length }: IncomingHttpHeaders,
  maximum: number,
  name: string,
): HttpError | undefined {
  if (encoding !== undefined && encoding !== 'identity')
    return new HttpError('UnsupportedEncoding', `Send the ${name} without Content-Encoding.`);
  if (Number(length) > maximum)
    return new HttpError('BodyTooLarge', `The ${name} may have at most ${maximum} bytes.`);
  return undefined;
}
