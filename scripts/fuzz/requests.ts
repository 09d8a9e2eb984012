import { ACTIVITY_FIELDS } from './activity-fields';
import { ROUTES, type Route } from './routes';
import { Values, type Random } from './values';

/** One request of the fuzzer. */
export interface FuzzRequest {
  readonly method: string;
  /** The route's path, and the path that is asked for. */
  readonly route: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a visitor has who may chat: the fuzzer uses it rightly and wrongly. */
export interface Chatter {
  readonly token: string;
  readonly conversation: string;
}

/** What rightful callers have. */
export interface Credentials {
  /** Signed in, and not. */
  readonly chatters: readonly Chatter[];
  /** Cookies of a supporter, and the key of the forms. */
  readonly supporter?: { readonly cookie: string; readonly formKey: string } | undefined;
  /** Where replies are to go, and the `Authorization` of who may say so, if it needs one. */
  readonly service: { readonly url: string; readonly authorization?: string | undefined };
}

const TYPES = [
  ...['message', 'conversationUpdate', 'event', 'invoke', 'typing', 'endOfConversation', 'x'],
  ...['messageUpdate', 'messageDelete', 'messageReaction', 'installationUpdate', 'handoff'],
  'trace',
];
const QUERY = ['watermark', 'lang', 'as', 't', 'q', 'from', 'to', 'status', 'text', 'tab', 'next'];
const FORM = [
  ...['password', 'next', 'status', 'note', 'name', 'action', 'sure', 'language', 'question'],
  ...['text', 'entry', 'utterances', 'version'],
];
const METHODS = ['PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Makes requests from random numbers: mostly nearly right ones, since those get furthest. */
export class Requests {
  readonly #values: Values;

  constructor(
    random: Random,
    private readonly credentials: Credentials,
  ) {
    this.#values = new Values(random);
  }

  next(): FuzzRequest {
    const values = this.#values;
    const route = values.pick(ROUTES, ['GET', '/']);
    const chatter = values.pick(this.credentials.chatters, { token: '', conversation: 'c' });
    const method = values.chance(0.03) ? values.pick(METHODS, 'PUT') : route[0];
    const request = {
      ...{ method, route: route[1], path: this.#path(route, chatter) },
      headers: this.#headers(route, chatter),
    };
    return route[0] === 'POST' ? { ...request, body: this.#body(route, chatter) } : request;
  }

  #path([, path]: Route, { conversation }: Chatter): string {
    const values = this.#values;
    const filled = path.replace(/:\w+/g, (name) => {
      if (name === ':conversation' && values.chance(0.9)) return conversation;
      return values.chance(0.3) ? 'T-1001' : values.encoded();
    });
    return values.chance(0.3) ? `${filled}?${values.pick(QUERY, 'q')}=${values.encoded()}` : filled;
  }

  #headers(route: Route, { token }: Chatter): Record<string, string> {
    const values = this.#values;
    const headers: Record<string, string> = {
      'X-Forwarded-For': values.chance(0.97) ? `10.0.0.${values.below(250)}` : values.encoded(),
    };
    const right = isForm(route) ? FORM_TYPE : JSON_TYPE;
    if (route[0] === 'POST') headers['Content-Type'] = values.chance(0.97) ? right : 'text/plain';
    const { supporter, service } = this.credentials;
    const bearer = route[1] === '/api/messages' ? service.authorization : `Bearer ${token}`;
    if (values.chance(0.9) && bearer !== undefined)
      headers['Authorization'] = values.chance(0.95) ? bearer : 'Bearer x.y.z';
    if (supporter !== undefined && values.chance(0.95)) headers['Cookie'] = supporter.cookie;
    if (values.chance(0.05))
      headers['Accept-Language'] = values.pick(['sv', '*;q=x', ','.repeat(500)], 'sv');
    return headers;
  }

  #body(route: Route, { conversation }: Chatter): string {
    const values = this.#values;
    const made = values.random();
    if (made < 0.05) return values.text();
    if (made < 0.08) return '['.repeat(values.below(60_000));
    if (made < 0.1) return JSON.stringify({ text: 'x'.repeat(values.below(70_000)) });
    if (isForm(route)) return this.#form();
    const json = JSON.stringify(made < 0.2 ? values.json() : this.#activity(conversation));
    return made < 0.25 ? json.slice(0, values.below(json.length)) : json;
  }

  #form(): string {
    const values = this.#values;
    const fields = Array.from({ length: values.below(5) }, (): [string, string] => [
      values.pick(FORM, 'x'),
      values.text(),
    ]);
    const formKey = values.chance(0.9) ? (this.credentials.supporter?.formKey ?? '') : 'x';
    return new URLSearchParams([['formKey', formKey], ...fields]).toString();
  }

  #activity(conversation: string): Record<string, unknown> {
    const values = this.#values;
    const place = values.pick(['personal', 'groupChat', 'channel'], 'personal');
    const right: Record<string, unknown> = {
      ...{ type: values.pick(TYPES, 'message'), text: values.text(), id: String(values.random()) },
      channelId: values.pick(['emulator', 'msteams', 'msteams', 'directline', 'webchat'], 'x'),
      ...{ serviceUrl: this.credentials.service.url, deliveryMode: 'expectReplies' },
      ...{ from: { id: `u${values.below(50)}` }, recipient: { id: 'bot' } },
      conversation: { id: conversation, conversationType: place, isGroup: place !== 'personal' },
      ...{ locale: values.pick(['sv-SE', 'en-GB'], 'en'), channelData: { tenant: { id: 't' } } },
    };
    for (let change = values.below(4); change > 0; change -= 1) {
      const field = values.pick([...ACTIVITY_FIELDS, '__proto__'], 'x');
      if (values.chance(0.3)) Reflect.deleteProperty(right, field);
      else right[field] = values.json();
    }
    return right;
  }
}

function isForm([method, path]: Route): boolean {
  return method === 'POST' && path.startsWith('/support');
}
