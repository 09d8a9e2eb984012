import { ClaimsIdentity } from 'botframework-connector';
import type { Door } from './door';
import { HttpError } from './http-error';
import { isLoopback } from './loopback';

/** The door without an app id: nobody can prove anything, so only services on this machine are answered. */
export const loopbackDoor: Door = {
  admit({ serviceUrl }) {
    if (isLoopback(new URL(serviceUrl).hostname))
      return Promise.resolve(new ClaimsIdentity([], 'anonymous'));
    return Promise.reject(
      new HttpError(
        'ForeignServiceUrl',
        'Without an app id the bot answers only to service URLs on its own machine.',
      ),
    );
  },
};
