/** One request of the fuzzer. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a caller has that may call: the fuzzer uses it rightly and wrongly. */
export interface Credentials {
  readonly token: string;
  readonly conversation: string;
}

type Random = () => number;

const PATHS: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/metrics'],
  ['GET', '/webchat/'],
  ['GET', '/webchat/embed.js'],
  ['HEAD', '/webchat/embed.js'],
  ['GET', '/webchat/demo'],
  ['GET', '/webchat/demo/visitor'],
  ['GET', '/webchat/assets/x.js'],
  ['GET', '/support'],
  ['GET', '/support/tickets'],
  ['POST', '/support/login'],
  ['POST', '/webchat/token'],
  ['POST', '/api/messages'],
  ['POST', '/v3/directline/tokens/generate'],
  ['POST', '/v3/directline/tokens/refresh'],
  ['POST', '/v3/directline/conversations'],
  ['GET', '/v3/directline/conversations/ID'],
  ['GET', '/v3/directline/conversations/ID/activities'],
  ['POST', '/v3/directline/conversations/ID/activities'],
  ['POST', '/v3/directline/conversations/ID/upload'],
  ['GET', '/v3/directline/conversations/ID/stream'],
];
const NASTY = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud83d',
    '😀',
    '\u202e',
    'å'.repeat(300),
    'a'.repeat(5000),
    '../..',
    '%00',
  ],
  ...[
    '%',
    '%c0%ae',
    '__proto__',
    'constructor',
    '<script>',
    '${x}',
    "' or 1=1 --",
    '\r\nX: y',
    'null',
  ],
  ...[
    'ja',
    'no',
    '1',
    'T-1001',
    'kim@contoso.example',
    'När kan vi förnya?',
    'can a token be split?',
  ],
];
const TYPES = [
  ...['message', 'conversationUpdate', 'event', 'invoke', 'typing', 'endOfConversation', 'x'],
  ...[
    'messageUpdate',
    'messageDelete',
    'messageReaction',
    'installationUpdate',
    'handoff',
    'trace',
  ],
];
const FIELDS = [
  ...['type', 'text', 'value', 'name', 'locale', 'from', 'recipient', 'conversation', 'channelId'],
  ...['serviceUrl', 'id', 'timestamp', 'localTimestamp', 'channelData', 'attachments', 'entities'],
  ...['membersAdded', 'membersRemoved', 'reactionsAdded', 'action', 'deliveryMode', 'replyToId'],
  ...['textFormat', 'visitor', 'resume', 'user', '__proto__', 'relatesTo', 'expiration'],
];

/** Makes requests from a seed: mostly nearly right ones, since those get furthest. */
export function createRequests(
  random: Random,
  credentials: readonly Credentials[],
  serviceUrl: string,
) {
  const pick = <T>(all: readonly T[], otherwise: T): T =>
    all[Math.floor(random() * all.length)] ?? otherwise;
  const text = () => pick(NASTY, '') + (random() < 0.2 ? pick(NASTY, '') : '');

  const value = (depth: number): unknown => {
    const kind = Math.floor(random() * (depth > 3 ? 5 : 8));
    if (kind === 0) return null;
    if (kind === 1) return random() < 0.5;
    if (kind === 2) return pick([0, -1, 1e308, 0.1, 9_007_199_254_740_991, 1e-7], 0);
    if (kind < 5) return text();
    if (kind === 5) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
    return Object.fromEntries(
      Array.from({ length: Math.floor(random() * 4) }, () => [pick(FIELDS, 'x'), value(depth + 1)]),
    );
  };
  const activity = (conversation: string): Record<string, unknown> => {
    const right: Record<string, unknown> = {
      ...{ type: pick(TYPES, 'message'), text: text(), id: String(random()) },
      ...{ channelId: pick(['emulator', 'msteams', 'directline', 'webchat'], 'emulator') },
      ...{ serviceUrl, deliveryMode: 'expectReplies' },
      ...{ from: { id: `u${Math.floor(random() * 50)}` }, recipient: { id: 'bot' } },
      ...{ conversation: { id: conversation }, locale: pick(['sv-SE', 'en-GB'], 'en') },
    };
    for (let change = Math.floor(random() * 4); change > 0; change -= 1) {
      const field = pick(FIELDS, 'x');
      if (random() < 0.3) Reflect.deleteProperty(right, field);
      else right[field] = value(0);
    }
    return right;
  };
  const bodyOf = (conversation: string): string => {
    const made = random();
    if (made < 0.05) return text();
    if (made < 0.08) return '['.repeat(Math.floor(random() * 60_000));
    if (made < 0.1) return JSON.stringify({ text: 'x'.repeat(Math.floor(random() * 70_000)) });
    const json = JSON.stringify(made < 0.3 ? value(0) : activity(conversation));
    return made < 0.35 ? json.slice(0, Math.floor(random() * json.length)) : json;
  };

  return function next(): FuzzRequest {
    const [method, template] = pick(PATHS, ['GET', '/']);
    const own = pick(credentials, { token: '', conversation: 'c' });
    const id = random() < 0.9 ? own.conversation : encodeURIComponent(wellFormed(text()));
    const query = random() < 0.3 ? `?${pick(['watermark', 'lang', 'as', 't', 'q'], 'q')}=` : '';
    const asked = query === '' ? '' : query + encodeURIComponent(wellFormed(text()));
    const headers: Record<string, string> = {};
    if (random() < 0.9)
      headers['Authorization'] = `Bearer ${random() < 0.95 ? own.token : 'x.y.z'}`;
    if (random() < 0.05) headers['Accept-Language'] = pick(['sv', '*;q=x', ','.repeat(500)], 'sv');
    if (random() < 0.03) headers['X-Forwarded-For'] = pick(['1.2.3.4', 'x', '::'], 'x');
    const actual = random() < 0.03 ? pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS'], 'PUT') : method;
    const path = `${template.replace('ID', id)}${asked}`;
    if (method !== 'POST') return { method: actual, path, headers };
    headers['Content-Type'] = random() < 0.97 ? 'application/json' : 'text/plain';
    return { method: actual, path, headers, body: bodyOf(own.conversation) };
  };
}

/** Random numbers from a seed, always the same (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}
