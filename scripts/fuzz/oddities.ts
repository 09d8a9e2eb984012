import type { Values } from './values';

const BREAK = '\r\n';
const LENGTHS = ['0', '1', '-1', '+5', '5, 5', '99999999999999999999', '0x5', ''];
/** What no HTTP library sends. */
const LINES = [
  ...['BREW / HTTP/1.1', 'get / HTTP/1.1', 'GET / HTTP/9.9', 'GET /', 'GET  HTTP/1.1', '\u0000'],
  ...[
    'PRI * HTTP/2.0',
    'OPTIONS * HTTP/1.1',
    'TRACE / HTTP/1.1',
    'CONNECT evil.example:443 HTTP/1.1',
  ],
  ...['GET http://evil.example/ HTTP/1.1', 'GET //evil.example/.. HTTP/1.1', 'GET ? HTTP/1.1'],
  ...['GET /%ff%fe HTTP/1.1', 'GET /\u00ff\u00fe HTTP/1.1', 'GET /support/%2e%2e HTTP/1.1'],
  ...['GET /webchat/assets/..%2f..%2fmanifest.json HTTP/1.1', 'POST /api/messages HTTP/1.0'],
];
const HEADERS = [
  ...['Content-Length: 5', 'Content-Length: 6', 'Transfer-Encoding: chunked', 'Host: y', ': x'],
  ...['Transfer-Encoding: x, chunked', 'Expect: 100-continue', 'A\u0000: b', 'Cookie: \u0000'],
  ...['X: y\rZ: w', ' folded', 'Upgrade: websocket', 'Connection: Upgrade', 'Upgrade: h2c'],
  ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Version: 99', 'Sec-WebSocket-Key: x'],
];

/** Bytes of a request that isn't one, or of one that ends midway; `right` are header lines of a rightful caller. */
export function oddRequest(values: Values, right: readonly string[], body: string): Buffer {
  const line = values.chance(0.5)
    ? 'POST /v3/directline/conversations HTTP/1.1'
    : values.pick(LINES, '');
  const odd = Array.from({ length: values.below(4) }, () => values.pick(HEADERS, ''));
  const many = values.chance(0.05) ? Array<string>(300).fill('X: y') : [];
  const long = values.chance(0.05) ? [`X: ${'y'.repeat(values.below(40_000))}`] : [];
  const framing = values.chance(0.5)
    ? ['Transfer-Encoding: chunked', '', chunked(values, body)]
    : [`Content-Length: ${values.pick([...LENGTHS, String(body.length)], '0')}`, '', body];
  const text = [line, 'Host: x', ...right, ...odd, ...many, ...long, ...framing].join(BREAK);
  const again = values.chance(0.1) ? 1 + values.below(20) : 1;
  const bytes = Buffer.from(text.repeat(again), values.chance(0.5) ? 'utf8' : 'latin1');
  const end = values.chance(0.2) ? values.below(bytes.length) : bytes.length;
  return values.chance(0.02) ? noise(values, 3000) : bytes.subarray(0, end);
}

/** Bytes that open a stream, and frames that a client sends over it: right ones, and any bytes. */
export function streamRequest(values: Values, path: string, from: string): Buffer {
  const head = [
    ...[`GET ${path} HTTP/1.1`, 'Host: x', `X-Forwarded-For: ${from}`, 'Connection: Upgrade'],
    ...['Upgrade: websocket', `Sec-WebSocket-Version: ${values.chance(0.95) ? 13 : 99}`],
    ...['Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', BREAK],
  ];
  const frames = Array.from({ length: values.below(6) }, () =>
    values.chance(0.2) ? noise(values, 50) : frame(values),
  );
  return Buffer.concat([Buffer.from(head.join(BREAK)), ...frames]);
}

/** Text, binary, close, ping or pong, whole or in part, masked by zeros. */
function frame(values: Values): Buffer {
  const code = values.pick([1, 1, 2, 8, 9, 10, 0, 3, 15], 1) + (values.chance(0.9) ? 0x80 : 0);
  const content = Buffer.from(values.text()).subarray(0, values.chance(0.8) ? 125 : 2000);
  const length =
    content.length < 126
      ? [0x80 | content.length]
      : [0x80 | 126, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([code, ...length, 0, 0, 0, 0]), content]);
}

function chunked(values: Values, body: string): string {
  const cut = values.below(body.length);
  const size = (text: string) =>
    values.chance(0.9) ? Buffer.byteLength(text).toString(16) : values.pick(LENGTHS, 'x');
  const chunks = [body.slice(0, cut), body.slice(cut), ''].map((part) =>
    [`${size(part)}${values.chance(0.1) ? ';x=y' : ''}`, part].join(BREAK),
  );
  return [...chunks, values.chance(0.1) ? `__proto__: x${BREAK}` : ''].join(BREAK);
}

function noise(values: Values, most: number): Buffer {
  return Buffer.from(Array.from({ length: values.below(most) }, () => values.below(256)));
}
