import { plugins, type Request, type Response } from 'restify';
import { storable } from '../core/storable';
import { bodyFault } from './body-fault';
import { HttpError } from './http-error';

/**
 * Reads a form of at most `maximum` bytes, as a page's own form sends it; gives its fields. Rejects with what is wrong with
 * it. To be called before anything is waited for, while nothing of the body has passed.
 */
export async function readForm(
  request: Request,
  response: Response,
  maximum: number,
): Promise<URLSearchParams> {
  const fault = whatIsWrong(request, maximum);
  if (fault !== undefined) throw fault;
  await new Promise<void>((resolve, reject) => {
    const next = (error?: Error) => {
      if (error === undefined) resolve();
      else reject(error);
    };
    plugins.bodyReader({ maxBodySize: maximum })(request, response, next);
  });
  const body: unknown = request.body;
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
  const fields = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(typeof text === 'string' ? text : ''))
    fields.append(name, storable(value));
  return fields;
}

function whatIsWrong({ headers }: Request, maximum: number): HttpError | undefined {
  const fault = bodyFault(headers, maximum, 'form');
  if (fault !== undefined) return fault;
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '');
  return isForm ? undefined : new HttpError('UnsupportedMediaType', 'Send a form.');
}
