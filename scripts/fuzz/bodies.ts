import { brotliCompressSync, gzipSync } from 'node:zlib';
import { makeActivity } from './activities';
import type { Finds } from './finds';
import type { Chatter, Credentials } from './requests';
import type { Route } from './routes';
import type { Values } from './values';

const FORM = [
  ...['password', 'next', 'status', 'note', 'name', 'action', 'sure', 'language', 'question'],
  ...['entry', 'utterances', 'seenStatus', 'seenAt', 'formKey', '__proto__'],
];
const ACTIONS = ['export', 'erase', 'try', 'dismiss', 'accept', 'drop', 'solved', 'waiting', 'yes'];
export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

interface Ground {
  readonly values: Values;
  readonly finds: Finds;
  readonly credentials: Credentials;
}

/** A body as it goes over the wire, and headers that it needs. */
export interface Body {
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes bodies of requests: mostly what a route takes, with something changed. */
export class Bodies {
  constructor(private readonly ground: Ground) {}

  make(route: Route, chatter: Chatter): Body {
    return this.#encoded(this.#body(route, chatter));
  }

  #body(route: Route, chatter: Chatter): string {
    const { values } = this.ground;
    const made = values.random();
    if (made < 0.03) return values.text();
    if (made < 0.04) return values.pick(['[', '{"a":'], '[').repeat(values.below(60_000));
    if (made < 0.05) return JSON.stringify({ text: 'x'.repeat(values.below(70_000)) });
    if (isForm(route)) return this.#form(route);
    let document: unknown = this.#document(route, chatter);
    for (let change = values.below(4) - 1; change > 0; change -= 1)
      document = values.changed(document);
    // Replies would go nowhere: there is no Entra ID that gives the bot a token.
    if (isRecord(document)) document = { ...document, deliveryMode: 'expectReplies' };
    const json = JSON.stringify(document);
    if (made < 0.07) return json.slice(0, values.below(json.length));
    return made < 0.09 ? json.replace(/\d+/, values.pick(['1e999', '9'.repeat(400)], '1')) : json;
  }

  #document([, path]: Route, { conversation }: Chatter): Record<string, unknown> {
    const { values, finds, credentials } = this.ground;
    if (path === '/webchat/token')
      return { locale: 'sv-SE', resume: finds.pick('resume'), visitor: finds.pick('token') };
    const activity = makeActivity(values, { finds, conversation });
    if (path === '/api/messages') return { ...activity, serviceUrl: credentials.service.url };
    return path.endsWith('/activities') ? activity : { user: { id: values.text() }, locale: 'sv' };
  }

  #form([, path]: Route): string {
    const { values } = this.ground;
    const { supporter, leaver } = this.ground.credentials;
    const { formKey } = path.endsWith('/sign-out') ? leaver : supporter;
    const names = [
      ...FORM.filter(() => values.chance(0.7)),
      ...FORM.filter(() => values.chance(0.1)),
    ];
    const fields = names.map((name): [string, string] => {
      const known =
        name === 'action' || name === 'sure'
          ? values.pick(ACTIONS, 'yes')
          : this.ground.finds.pick(name);
      return [name, values.chance(0.7) ? known : values.text()];
    });
    const rightful = values.chance(0.9) ? formKey : 'x';
    return new URLSearchParams([['formKey', rightful], ...fields]).toString();
  }

  /** The body as bytes: in another encoding now and then, with and without saying so. */
  #encoded(body: string): Body {
    const { values } = this.ground;
    if (values.chance(0.95)) return { body, headers: {} };
    const [name, value, bytes] = values.pick<readonly [string, string, Buffer]>(
      [
        ['Content-Encoding', 'gzip', gzipSync(body)],
        ['Content-Encoding', 'br', brotliCompressSync(body)],
        ['Content-Type', `${JSON_TYPE}; charset=utf-16`, Buffer.from(body, 'utf16le')],
        ['Content-Type', JSON_TYPE, Buffer.from(`${body}\u00e5`, 'latin1')],
        ['Content-Type', JSON_TYPE, Buffer.from(`\ufeff${body}`)],
      ],
      ['Content-Encoding', 'x', Buffer.from(body)],
    );
    return { body: bytes, headers: values.chance(0.9) ? { [name]: value } : {} };
  }
}

/** Whether a route takes forms. */
export function isForm([method, path]: Route): boolean {
  return method === 'POST' && path.startsWith('/support');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
