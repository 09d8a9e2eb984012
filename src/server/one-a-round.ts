import type { Next, Request, RequestHandler, Response } from 'restify';

/**
 * Lets one request in with each round of the event loop, in the order in which they came. Node accepts one connection a
 * round: if all that has arrived were answered in the same round, whoever is new would wait for seconds under load.
 */
export function oneARound(): RequestHandler {
  const waiting: Next[] = [];
  const letIn = () => {
    const next = waiting.shift();
    if (waiting.length > 0) setImmediate(letIn);
    next?.();
  };
  return function waitForARound(_request: Request, _response: Response, next: Next) {
    if (waiting.push(next) === 1) setImmediate(letIn);
  };
}
