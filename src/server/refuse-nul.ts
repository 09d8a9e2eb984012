import type { Next, Request, Response } from 'restify';
import { HttpError } from './http-error';

/** Refuses addresses with a NUL character, which nothing here is named by and PostgreSQL takes in no text. */
export function refuseNul(request: Request, _response: Response, next: Next): void {
  const holdsNul = request.url?.includes('%00') ?? false;
  next(holdsNul ? new HttpError('BadRequest', 'There are no addresses with %00.') : undefined);
}
