import fc from 'fast-check';
import { ACTIVITY_FIELDS } from '../../scripts/fuzz/activity-fields';

/** A request as its bytes go over the wire, also one that no browser would send. */
export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a rightful caller has. */
export interface Caller {
  readonly conversation: string;
  readonly token: string;
  readonly cookie: string;
  readonly formKey: string;
  readonly serviceUrl: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '__proto__', 'constructor', '\u0000', '\ud83d', '<b>', '\r\nX: y', '../..'),
  fc.constantFrom('T-1001', 'en', 'sv', '2026-01-01', '-1', '1e9', 'NaN', 'x'.repeat(3000)),
);
const value = fc.anything({ values: [words], withNullPrototype: false, maxDepth: 3 });

/** Requests to one of some routes: mostly nearly right ones, since those get furthest. */
export function anyRequest(
  routes: readonly { readonly method: string; readonly path: string }[],
  caller: Caller,
): fc.Arbitrary<AnyRequest> {
  return fc.constantFrom(...routes).chain((route) =>
    fc.record({
      method: mostly(route.method, fc.constantFrom(...METHODS)),
      path: pathOf(route.path, caller),
      headers: headersOf(caller),
      body: bodyOf(caller),
    }),
  );
}

function mostly(usual: string, other: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

function pathOf(path: string, { conversation }: Caller): fc.Arbitrary<string> {
  const segment = path.includes('/conversations/')
    ? mostly(conversation, words.map(encoded))
    : fc.oneof(words.map(encoded), fc.constantFrom('T-1001', '%', '%00', '%c0%ae', '%ff', '..'));
  const query = fc.array(fc.tuple(fc.constantFrom(...QUERY), words), { maxLength: 3 });
  return fc.tuple(segment, query).map(([part, pairs]) => {
    const asked = pairs.map(([name, text]) => `${name}=${encoded(text)}`).join('&');
    return path.replace(/:\w+|\*/g, part) + (asked === '' ? '' : `?${asked}`);
  });
}

function headersOf({ token, cookie }: Caller): fc.Arbitrary<Record<string, string>> {
  const text = words.map((any) => any.replace(/[^\u0020-\u007e]/g, ''));
  return fc.record(
    {
      authorization: mostly(`Bearer ${token}`, text),
      cookie: mostly(cookie, text),
      'content-type': fc.constantFrom(...TYPES),
      'content-encoding': fc.constantFrom('identity', 'gzip', 'x'),
      'accept-language': text,
      'if-none-match': text,
      'if-modified-since': text,
      'x-forwarded-for': text,
      'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', ''),
      origin: text,
      upgrade: fc.constantFrom('websocket', 'h2c'),
    },
    { requiredKeys: ['authorization', 'cookie', 'content-type'] },
  );
}

function bodyOf({ conversation, formKey, serviceUrl }: Caller): fc.Arbitrary<string> {
  const fields = Object.fromEntries(ACTIVITY_FIELDS.map((name) => [name, value]));
  const right = {
    ...{ type: 'message', text: 'ja', channelId: 'emulator', deliveryMode: 'expectReplies' },
    ...{ from: { id: 'u' }, recipient: { id: 'bot' }, conversation: { id: conversation } },
    serviceUrl,
  };
  const activity = fc
    .record(fields, { requiredKeys: [] })
    .map((changes) => JSON.stringify({ ...right, ...changes }));
  const form = fc
    .array(fc.tuple(fc.constantFrom(...FORM), words), { maxLength: 6 })
    .map((pairs) => new URLSearchParams([['formKey', formKey], ...pairs.map(formed)]).toString());
  return fc.oneof(activity, activity, form, fc.json(), words, fc.constant(''));
}

function formed([name, text]: readonly [string, string]): [string, string] {
  return [name, text];
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
}

const QUERY = [
  'watermark',
  't',
  'lang',
  'text',
  'tab',
  'from',
  'to',
  'name',
  'next',
  'before',
  'as',
];
const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'x', ''];
const FORM = [
  'password',
  'next',
  'status',
  'note',
  'name',
  'action',
  'sure',
  'language',
  'question',
];
