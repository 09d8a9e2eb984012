import type { Values } from './values';

/** Headers that a client may send, rightly or wrongly; a list is sent as that many headers. */
const ODD: Readonly<Record<string, readonly (string | string[])[]>> = {
  'Accept-Language': [
    ...['sv', 'sv-SE,sv;q=0.9,en;q=0.8', 'de, fr', '*;q=x', 'en;q=NaN,sv;q=-1', 'i-klingon'],
    ...[','.repeat(500), 'x'.repeat(8000), '__proto__', 'constructor;q=1', '\u00ff'],
  ],
  Accept: ['text/html', 'application/json', 'x', '*/*;q=0', 'image/*', ','],
  'Accept-Encoding': ['br', 'gzip, deflate', 'identity;q=0', 'x', '*'],
  'Accept-Version': ['1.0.0', '~x', '>'.repeat(300)],
  'Content-Type': [
    ...['application/json; charset=utf-16', 'application/json;', 'APPLICATION/JSON', 'text/plain'],
    ...['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded;charset=x', 'x/'],
    ...['application/json, text/plain', '', 'application/octet-stream'],
  ],
  'Content-Encoding': ['gzip', 'br', 'identity', 'x, y'],
  'Content-MD5': ['x', 'AAAAAAAAAAAAAAAAAAAAAA=='],
  'If-None-Match': ['*', '"x"', 'W/"x", "y"', '"'],
  'If-Match': ['*', '"x"'],
  'If-Modified-Since': ['Mon, 23 Nov 2026 00:00:00 GMT', 'yesterday', '0'],
  'If-Unmodified-Since': ['Thu, 01 Jan 1970 00:00:00 GMT'],
  Range: ['bytes=0-', 'bytes=9-1', 'bytes=0-0,5-6', 'bytes=-99999999999999999999', 'x'],
  Expect: ['100-continue', 'x'],
  Cookie: [
    ...['support-session=x', '__proto__=x; =; ;', 'support-session=%', ['a=b', 'support-session=']],
    'support-sign-in=%7B%22state%22%3A%22x%22%2C%22nonce%22%3A%22x%22%2C%22verifier%22%3A%22x%22%2C%22next%22%3A%22%2F%2Fx%22%7D',
  ],
  Host: ['x', '[::1]', 'a b', '\u00e5.example', 'example.com@evil.example'],
  Origin: ['null', 'http://evil.example', 'x'],
  'X-Forwarded-Proto': ['https', 'x', ['https', 'http']],
  'X-Forwarded-Host': ['evil.example', 'a/b', ','],
  'X-Forwarded-For': ['::1', '::ffff:1.2.3.4', 'unknown', '1.2.3.4, x', '', 'fe80::1%eth0'],
  'Sec-Fetch-Site': ['cross-site', 'none', 'same-site', 'x'],
  'X-HTTP-Method-Override': ['DELETE', 'x'],
  Authorization: ['Basic eDp5', 'Bearer', 'bearer x', ['Bearer x', 'Bearer y'], 'Bearer x.y.z'],
  Upgrade: ['h2c', 'websocket', 'x'],
  Connection: ['Upgrade', 'close', 'x, y', 'keep-alive, content-length'],
  'Transfer-Encoding': ['chunked'],
};

/** Some of them. */
export function oddHeaders(values: Values): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (let count = 1 + values.below(3); count > 0; count -= 1) {
    const name = values.pick(Object.keys(ODD), 'Accept');
    headers[name] = values.pick(ODD[name] ?? [], '');
  }
  return headers;
}
