import type { Socket } from 'node:net';
import type { Next, Request, Response } from 'restify';

/**
 * Lets each request of a connection in when the one before it is answered, a round of the event loop later. Node hands on
 * all that has arrived at once, and a packet has room for two thousand requests: nobody else would be served meanwhile.
 */
export function oneAtATime() {
  /** Of connections with a request that isn't answered yet. */
  const waiting = new WeakMap<Socket, Next[]>();
  return function waitForAnswer({ socket }: Request, response: Response, next: Next): void {
    response.once('close', () => {
      const following = waiting.get(socket)?.shift();
      if (following === undefined) waiting.delete(socket);
      else setImmediate(following);
    });
    const queue = waiting.get(socket);
    if (queue === undefined) {
      waiting.set(socket, []);
      next();
    } else queue.push(next);
  };
}
