import { CodedError } from '../src/core/errors';

const UNREADABLE = 'ERR_PARSE_ARGS_';

/** Runs a command-line tool: what it can't do is told in plain words with exit code 1, not as a stack trace. */
export function runTool(main: () => Promise<void> | void): void {
  Promise.resolve()
    .then(main)
    .catch((error: unknown) => {
      process.exitCode = 1;
      console.error(isExpected(error) ? error.message : error);
    });
}

/** Also what Node says of a command line that it can't read. */
function isExpected(error: unknown): error is Error {
  if (error instanceof CodedError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith(UNREADABLE);
}
