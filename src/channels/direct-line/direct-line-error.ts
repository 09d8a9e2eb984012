import { CodedError } from '../../core/errors';

/** What can be wrong with a Direct Line call, and the HTTP status that says so. */
export const DIRECT_LINE_PROBLEMS = {
  MissingToken: 401,
  InvalidToken: 401,
  /** Clients wait for a new token on 403. */
  TokenExpired: 403,
  ForeignConversation: 403,
  ConversationNotFound: 404,
  /** Clients stop asking on 404. */
  ConversationEnded: 404,
  BadArgument: 400,
  UploadNotSupported: 415,
  TooManyRequests: 429,
} as const;

/** A call that is refused; the message may be shown to the caller. */
export class DirectLineError extends CodedError {
  readonly code: keyof typeof DIRECT_LINE_PROBLEMS;
  /** How long to wait before trying again, in whole seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    code: keyof typeof DIRECT_LINE_PROBLEMS,
    message: string,
    options: ErrorOptions & { readonly retryAfter?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return DIRECT_LINE_PROBLEMS[this.code];
  }
}
