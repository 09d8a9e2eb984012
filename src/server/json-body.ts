import { plugins, type Next, type Request, type RequestHandler, type Response } from 'restify';
import { bodyFault } from './body-fault';
import { HttpError } from './http-error';
import { nestsDeeperThan } from './nesting';
import { storable } from '../core/storable';

/** Deeper than any card or activity. */
const DEEPEST = 32;

/**
 * Handlers that read a JSON body of at most `maximum` bytes into `request.body`.
 */
export function jsonBody(maximum: number): RequestHandler[] {
  return [
    function checkBody(request: Request, _response: Response, next: Next) {
      next(whatIsWrong(request, maximum));
    },
    plugins.bodyReader({ maxBodySize: maximum }),
    function checkNesting({ body }: Request, _response: Response, next: Next) {
      const isTooDeep = typeof body === 'string' && nestsDeeperThan(body, DEEPEST);
      next(isTooDeep ? new HttpError('BadRequest', 'The body nests too deep.') : undefined);
    },
    function parseBody(request: Request, _response: Response, next: Next) {
      next(parse(request));
    },
  ];
}

function whatIsWrong({ headers }: Request, maximum: number): HttpError | undefined {
  const fault = bodyFault(headers, maximum, 'body');
  if (fault !== undefined) return fault;
  const { 'content-length': length, 'content-type': type = '' } = headers;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(length ?? 0) > 0;
  const isRefused = hasBody && !/^application\/json\s*(;|$)/i.test(type);
  return isRefused
    ? new HttpError('UnsupportedMediaType', 'Send the body as application/json.')
    : undefined;
}

/** Reads the body in place; gives what is wrong with it. */
function parse(request: Request): HttpError | undefined {
  const body: unknown = request.body;
  if (typeof body !== 'string' || body === '') return undefined;
  try {
    const read: unknown = JSON.parse(body, MAY_HARM.test(body) ? harmless : undefined);
    request.body = read;
    return undefined;
  } catch {
    return new HttpError('BadRequest', 'The body is no valid JSON.');
  }
}

/** Without any of it each key and text stands as it is; to look at each takes longer than all else. */
const MAY_HARM = /__proto__|\\u/;

/** A key by which a careless copy would change its prototype is left out; texts can be stored. */
function harmless(key: string, value: unknown): unknown {
  if (key === '__proto__') return undefined;
  return typeof value === 'string' ? storable(value) : value;
}
