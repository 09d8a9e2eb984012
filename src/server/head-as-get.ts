import type { Next, Request, Response } from 'restify';

/** Answers HEAD as GET is answered, without a body (RFC 9110, 9.3.2): Node, which has seen the method already, leaves it out. */
export function headAsGet(request: Request, _response: Response, next: Next): void {
  if (request.method === 'HEAD') request.method = 'GET';
  next();
}
