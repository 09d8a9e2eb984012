import { ClaimsIdentity } from 'botframework-connector';
import { isLoopback } from '../core/loopback';
import { remember } from '../core/remember';
import type { Door } from './door';
import { HttpError } from './http-error';

/** Few services call, again and again. */
const isHere = remember((serviceUrl) => isLoopback(new URL(serviceUrl).hostname), { limit: 100 });

/** The door without an app id: nobody can prove anything, so only services on this machine are answered. */
export const loopbackDoor: Door = {
  admit({ serviceUrl }) {
    if (isHere(serviceUrl)) return Promise.resolve(new ClaimsIdentity([], 'anonymous'));
    return Promise.reject(
      new HttpError(
        'ForeignServiceUrl',
        'Without an app id the bot answers only to service URLs on its own machine.',
      ),
    );
  },
};
