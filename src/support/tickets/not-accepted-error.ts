import { CodedError } from '../../core/errors';

/** A ticket backend has said no, and perhaps for how long it will. */
export class NotAcceptedError extends CodedError {
  readonly code = 'NOT_ACCEPTED';

  /** @param retryAfter milliseconds for which the backend asks to be left alone */
  constructor(
    message: string,
    readonly retryAfter: number | undefined,
  ) {
    super(message);
  }
}
