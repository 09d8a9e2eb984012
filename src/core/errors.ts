/** Base of the errors that this program throws on purpose: a stable code, and advice in the message. */
export abstract class CodedError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Settings that can't be used; the message lists every problem with its fix. */
export class ConfigError extends CodedError {
  readonly code = 'CONFIG';
}

/** Content that can't be served; the message lists every fault with its file. */
export class ContentError extends CodedError {
  readonly code = 'CONTENT';
}

/** A database that can't be used, or a document changed by someone else meanwhile. */
export class StorageError extends CodedError {
  readonly code = 'STORAGE';
}
