import { digestOf } from '../core/digest';
import { remember } from '../core/remember';
import { hidePrivateDetails } from './local-redactor';

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LONGEST = 100;

/**
 * The id of a conversation or channel as a log may show it. Some channels call one by a phone number or an e-mail address, and a caller of
 * one's own by anything: such a one is told by a digest, the same each time.
 */
export function loggedId(id: unknown): string {
  return typeof id === 'string' ? shown(id) : typeof id;
}

/** Each turn is logged with the same ids as the one before. */
const shown = remember((id) => {
  const isPlain = GUID.test(id) || (/^[\w:@.;|=-]+$/.test(id) && hidePrivateDetails(id) === id);
  return isPlain && id.length <= LONGEST ? id : digestOf(id);
});
