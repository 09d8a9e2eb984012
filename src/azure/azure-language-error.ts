import { CodedError } from '../core/errors';

/** Why Azure AI Language gave no answer; `status-…` carries the HTTP status. */
export type AzureFailure =
  'budget' | 'paused' | 'circuit-open' | 'timeout' | 'network' | 'unreadable' | `status-${number}`;

/** Azure AI Language gave no answer that can be used. Says why, never what was sent or received. */
export class AzureLanguageError extends CodedError {
  readonly code = 'AZURE_LANGUAGE';

  constructor(
    readonly reason: AzureFailure,
    options?: ErrorOptions,
  ) {
    super(`Azure AI Language gave no answer: ${reason}.`, options);
  }
}
