import pino, { type DestinationStream, type Logger } from 'pino';
import { toLoggedError } from './privacy/log-error';

/** The program's own log: a JSON object a line. Errors are told without what they quote. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: toLoggedError } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
