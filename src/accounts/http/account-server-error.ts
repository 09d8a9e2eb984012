import { CodedError } from '../../core/errors';

/** An account server that didn't answer as it should. Says what went wrong, never what it sent. */
export class AccountServerError extends CodedError {
  readonly code = 'ACCOUNT_SERVER';

  /** `mayPass` tells whether asking once more may help. */
  constructor(
    readonly reason: string,
    readonly mayPass: boolean,
    options?: ErrorOptions,
  ) {
    super(`The account server failed: ${reason}.`, options);
  }
}
