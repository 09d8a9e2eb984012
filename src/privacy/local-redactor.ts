import { remember } from '../core/remember';
import { plainForm } from './plain-form';
import type { PrivateDetail } from './private-detail';
import { PRIVATE_DETAILS } from './private-details';
import type { Redactor } from './redactor';

/** Redacts by form alone, within the process: keys, tokens, addresses and numbers, not names. Time is linear in the text. */
export const localRedactor: Redactor = {
  redact: (text) => Promise.resolve(hideOnce(text)),
};

/** A turn keeps what was said in several places. */
const hideOnce = remember(hidePrivateDetails, { limit: 50, longest: 1000 });

/** Turns the direction of all that stands after it, the words of others on a page or in a mail too. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** The same at once, for logs. Where a detail is disguised, the text around it comes back in its plain form too. */
export function hidePrivateDetails(written: string): string {
  const text = written.replace(TURNING, '');
  const hidden = PRIVATE_DETAILS.reduce(hide, text);
  const plain = plainForm(hidden);
  if (plain === hidden) return hidden;
  // A detail that is disguised in part only must be seen whole, or the disguised part is left.
  const whole = PRIVATE_DETAILS.reduce(hide, plainForm(text));
  const rest = PRIVATE_DETAILS.reduce(hide, plain);
  const least = shownOf(whole) < shownOf(rest) ? whole : rest;
  return least === plain ? hidden : least;
}

/** How much of a text is still to be read. */
function shownOf(text: string): number {
  return text.replace(/\[[a-z-]{1,20}\]/g, '').length;
}

function hide(text: string, { kind, hint, pattern, isReal }: PrivateDetail): string {
  if (!hint.test(text)) return text;
  return text.replace(pattern, (match) => (isReal?.(match) === false ? match : `[${kind}]`));
}
