/**
 * Lets one request in with each round of the event loop, in the order in which they came. Node accepts one connection a
 * round: if all that has arrived were answered in the same round, whoever is new would wait for seconds under load.
 */
export function oneARound(): (request: unknown, response: unknown, next: () => void) => void {
  const waiting: (() => void)[] = [];
  const letIn = () => {
    const next = waiting.shift();
    if (waiting.length > 0) setImmediate(letIn);
    next?.();
  };
  return function waitForARound(_request, _response, next) {
    if (waiting.push(next) === 1) setImmediate(letIn);
  };
}
