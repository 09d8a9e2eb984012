import type { Response } from 'restify';
import { SUPPORT_HEADERS } from './support-policy';

/** Sends the browser on, to be read anew there. */
export function redirect(response: Response, to: string): void {
  response.sendRaw(303, '', { ...SUPPORT_HEADERS, Location: to });
}
