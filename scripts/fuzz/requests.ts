import { Bodies, FORM_TYPE, isForm, JSON_TYPE } from './bodies';
import { Finds } from './finds';
import { oddHeaders } from './odd-headers';
import { oddRequest, streamRequest } from './oddities';
import { ROUTES, type Route } from './routes';
import { Values, wellFormed, type Random } from './values';

/** One request of the fuzzer. */
export interface FuzzRequest {
  readonly method: string;
  /** The route's path, and the path that is asked for. */
  readonly route: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
  /** In place of all that: what goes over the wire, byte by byte. */
  readonly bytes?: Buffer;
}

/** What a visitor has who may chat: the fuzzer uses it rightly and wrongly. */
export interface Chatter {
  readonly token: string;
  readonly conversation: string;
}

/** A session of the support page, and the key of its forms. */
export interface Supporter {
  readonly cookie: string;
  readonly formKey: string;
}

/** What rightful callers have. */
export interface Credentials {
  /** Signed in, and not; there may come others at any time. */
  readonly chatters: readonly Chatter[];
  /** One who stays, and one who signs out. */
  readonly supporter: Supporter;
  readonly leaver: Supporter;
  /** Where replies are to go, and the `Authorization` of who may say so, if it needs one. */
  readonly service: { readonly url: string; readonly authorization?: string | undefined };
}

const QUERY = [
  ...['watermark', 'lang', 'as', 't', 'from', 'to', 'text', 'tab', 'next', 'before', 'name'],
  ...['language', 'channel', 'done', 'notice', 'state', 'code', 'error', '__proto__', 'framed'],
];
const METHODS = [
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'HEAD',
  'GET',
  'POST',
  'PROPFIND',
  'M-SEARCH',
];

/** Makes requests from random numbers: mostly nearly right ones, since those get furthest. */
export class Requests {
  readonly finds: Finds;
  readonly #values: Values;
  readonly #bodies: Bodies;

  constructor(
    random: Random,
    private readonly credentials: Credentials,
  ) {
    this.#values = new Values(random);
    this.finds = new Finds(this.#values);
    this.#bodies = new Bodies({ values: this.#values, finds: this.finds, credentials });
  }

  next(): FuzzRequest {
    const values = this.#values;
    if (values.chance(0.03)) return this.#odd();
    if (values.chance(0.02)) return this.#stream();
    const route = values.pick(ROUTES, ['GET', '/']);
    const chatter = this.#chatter();
    const method = values.chance(0.03) ? values.pick(METHODS, 'PUT') : route[0];
    const request = {
      ...{ method, route: route[1], path: this.#path(route, chatter) },
      headers: this.#headers(route, chatter),
    };
    if (route[0] !== 'POST') return request;
    const { body, headers } = this.#bodies.make(route, chatter);
    return { ...request, body, headers: { ...request.headers, ...headers } };
  }

  #chatter(): Chatter {
    return this.#values.pick(this.credentials.chatters, { token: '', conversation: 'c' });
  }

  #odd(): FuzzRequest {
    const values = this.#values;
    const right = [`Authorization: Bearer ${this.#chatter().token}`, `Content-Type: ${JSON_TYPE}`];
    const body = JSON.stringify({ user: { id: values.text() } });
    return { ...WIRE, route: 'odd', bytes: oddRequest(values, right, body) };
  }

  #stream(): FuzzRequest {
    const values = this.#values;
    const [path = '', query = ''] = this.finds
      .pick('streamUrl')
      .replace(/^ws.*?\/v3/, '/v3')
      .split('?');
    const asked = new URLSearchParams(query);
    if (values.chance(0.3)) asked.set(values.pick(['watermark', 't'], 't'), values.encoded());
    const from = `10.3.0.${values.below(250)}`;
    const bytes = streamRequest(values, `${encodeURI(wellFormed(path))}?${asked.toString()}`, from);
    return { ...WIRE, route: 'stream', bytes };
  }

  #path([method, path]: Route, { conversation }: Chatter): string {
    const values = this.#values;
    const found = this.finds.link(path.split(/[:*]/, 1)[0] ?? '');
    if (found !== undefined && values.chance(/[:*]/.test(path) ? 0.7 : 0.1)) return found;
    const filled = path.replace(/:\w+|\*/g, (name) => {
      if (name === ':id' && path.startsWith('/v3') && values.chance(0.9)) return conversation;
      return values.chance(0.3) ? 'T-1001' : values.encoded();
    });
    if (values.chance(method === 'GET' ? 0.5 : 0.8)) return filled;
    const pairs = Array.from({ length: 1 + values.below(3) }, () => {
      const name = values.pick(QUERY, 'q');
      return `${name}=${values.encoded(values.chance(0.3) ? this.finds.pick(name) : undefined)}`;
    });
    return `${filled}?${pairs.join('&')}`;
  }

  #headers(route: Route, { token }: Chatter): Record<string, string | string[]> {
    const values = this.#values;
    const { supporter, leaver, service } = this.credentials;
    const { cookie } = route[1].endsWith('/sign-out') ? leaver : supporter;
    const bearer = route[1] === '/api/messages' ? service.authorization : `Bearer ${token}`;
    return {
      ...{ 'X-Forwarded-For': `10.0.0.${values.below(250)}`, Cookie: cookie },
      ...(route[0] === 'POST' && { 'Content-Type': isForm(route) ? FORM_TYPE : JSON_TYPE }),
      ...(bearer !== undefined && { Authorization: bearer }),
      ...(values.chance(0.1) && oddHeaders(values)),
    };
  }
}

const WIRE = { method: '', path: '', headers: {} };
