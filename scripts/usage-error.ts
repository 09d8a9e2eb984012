import { CodedError } from '../src/core/errors';

/** A command line that a tool can't follow; the message says what to write instead. */
export class UsageError extends CodedError {
  readonly code = 'USAGE';
}
