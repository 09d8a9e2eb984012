import type { Door } from './door';
import { HttpError } from './http-error';

/** The door where strangers can reach the bot and it has no app id: nobody could prove anything, so nobody is let in. */
export const closedDoor: Door = {
  admit: () =>
    Promise.reject(
      new HttpError(
        'Forbidden',
        'This bot takes no activities: it has no app id. Its chat is at /webchat/.',
      ),
    ),
};
