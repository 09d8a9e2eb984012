import { plugins, type Next, type Request, type RequestHandler, type Response } from 'restify';
import { HttpError } from './http-error';

/**
 * Handlers that read a JSON body of at most `maximum` bytes into `request.body`. Compressed bodies are refused, since
 * their size isn't known before they are unpacked.
 */
export function jsonBody(maximum: number): RequestHandler[] {
  return [
    function checkBody(request: Request, _response: Response, next: Next) {
      next(whatIsWrong(request, maximum));
    },
    plugins.bodyReader({ maxBodySize: maximum }),
    ...plugins.jsonBodyParser({ bodyReader: true, mapParams: false }),
  ];
}

function whatIsWrong({ headers }: Request, maximum: number): HttpError | undefined {
  const { 'content-encoding': encoding, 'content-length': length, 'content-type': type } = headers;
  if (encoding !== undefined && encoding !== 'identity')
    return new HttpError('UnsupportedEncoding', 'Send the body without Content-Encoding.');
  if (Number(length) > maximum)
    return new HttpError('BodyTooLarge', `The body may have at most ${maximum} bytes.`);
  const hasBody = headers['transfer-encoding'] !== undefined || Number(length ?? 0) > 0;
  if (hasBody && !/^application\/json\s*(;|$)/i.test(type ?? ''))
    return new HttpError('UnsupportedMediaType', 'Send the body as application/json.');
  return undefined;
}
