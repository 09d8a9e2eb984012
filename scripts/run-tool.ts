import { CodedError } from '../src/core/errors';

/** Runs a command-line tool: what it can't do is told in plain words with exit code 1, not as a stack trace. */
export function runTool(main: () => Promise<void> | void): void {
  Promise.resolve()
    .then(main)
    .catch((error: unknown) => {
      process.exitCode = 1;
      console.error(error instanceof CodedError ? error.message : error);
    });
}
