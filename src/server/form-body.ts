import { plugins, type Next, type Request, type RequestHandler, type Response } from 'restify';
import { HttpError } from './http-error';
import { storable } from '../core/storable';

/** Handlers that read a form of at most `maximum` bytes, as a page's own form sends it; {@link formOf} gives its fields. */
export function formBody(maximum: number): RequestHandler[] {
  return [
    function checkForm(request: Request, _response: Response, next: Next) {
      next(whatIsWrong(request, maximum));
    },
    plugins.bodyReader({ maxBodySize: maximum }),
  ];
}

/** The fields of a form that was read. */
export function formOf(request: Request): URLSearchParams {
  const body: unknown = request.body;
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
  const fields = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(typeof text === 'string' ? text : ''))
    fields.append(name, storable(value));
  return fields;
}

function whatIsWrong({ headers }: Request, maximum: number): HttpError | undefined {
  const { 'content-encoding': encoding, 'content-length': length, 'content-type': type } = headers;
  if (encoding !== undefined && encoding !== 'identity')
    return new HttpError('UnsupportedEncoding', 'Send the form without Content-Encoding.');
  if (Number(length) > maximum)
    return new HttpError('BodyTooLarge', `The form may have at most ${maximum} bytes.`);
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type ?? ''))
    return new HttpError('UnsupportedMediaType', 'Send a form.');
  return undefined;
}
