import pino, { type DestinationStream, type Logger } from 'pino';
import { toLoggedError } from './privacy/log-error';
import { loggedId } from './privacy/logged-id';

/** What other people had a say in, by the name under which it is logged. */
const SERIALIZERS = {
  err: toLoggedError,
  conversationId: loggedId,
  conversation: loggedId,
  channelId: loggedId,
};

/** The program's own log: a JSON object a line. Errors are told without what they quote, ids without what is private. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: SERIALIZERS };
  return destination === undefined ? pino(options) : pino(options, destination);
}
