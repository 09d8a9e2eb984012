import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { html, type Html } from '../../support-page/html';

const FIELD = 'formKey';

/** The field by which a form of our own page is told from one that another site sends in a supporter's name. */
export function formKeyField(token: string): Html {
  return html`<input type="hidden" name="${FIELD}" value="${keyOf(token)}" />`;
}

/** Whether a form came from a page that this session was shown. */
export function holdsFormKey(form: URLSearchParams, token: string): boolean {
  const sent = Buffer.from(form.get(FIELD) ?? '');
  const expected = Buffer.from(keyOf(token));
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

/** Whether a browser says that another site sent the request. */
export function isFromElsewhere(request: Request): boolean {
  const site = request.header('sec-fetch-site', 'same-origin');
  return site !== 'same-origin' && site !== 'none';
}

function keyOf(token: string): string {
  return createHash('sha256').update(`form key of ${token}`).digest('base64url');
}
