import { CodedError } from '../core/errors';

/** Names of the refusals that clients may tell apart. */
export type HttpProblem =
  | 'BadRequest'
  | 'BodyTooLarge'
  | 'Forbidden'
  | 'ForeignServiceUrl'
  | 'NotFound'
  | 'TooManyHeaders'
  | 'TooManyRequests'
  | 'Unauthorized'
  | 'UnsupportedEncoding'
  | 'UnsupportedMediaType'
  | 'Unavailable';

const STATUS: Readonly<Record<HttpProblem, number>> = {
  BadRequest: 400,
  BodyTooLarge: 413,
  Forbidden: 403,
  ForeignServiceUrl: 403,
  NotFound: 404,
  TooManyHeaders: 431,
  TooManyRequests: 429,
  Unauthorized: 401,
  UnsupportedEncoding: 415,
  UnsupportedMediaType: 415,
  Unavailable: 503,
};

/** A request that is refused; the message is for the caller to read. */
export class HttpError extends CodedError {
  readonly code: HttpProblem;
  /** How long to wait before trying again, in whole seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    code: HttpProblem,
    message: string,
    options: ErrorOptions & { readonly retryAfter?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
