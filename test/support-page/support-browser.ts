/** A browser as far as the support page needs one: it keeps cookies and follows nothing by itself. */
export class SupportBrowser {
  static #count = 0;
  readonly #origin: string;
  /** Its own, so that tests don't use up each other's attempts. */
  readonly #address = `10.0.0.${SupportBrowser.#count++ % 256}`;
  readonly #cookies = new Map<string, string>();
  /** Attributes of the cookies that were last set, by name. */
  readonly attributes = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#fetch(path, { headers });
  }

  /** Sends a form as a browser does, with the key of the page that it was on unless told otherwise. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.#fetch(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    });
  }

  /** Loads a page; gives its HTML and the key of its forms. */
  async page(path: string): Promise<{ html: string; formKey: string; status: number }> {
    const response = await this.get(path);
    const html = await response.text();
    const formKey = /name="formKey" value="([\w-]+)"/.exec(html)?.[1] ?? '';
    return { html, formKey, status: response.status };
  }

  async signIn(password: string, next = '/support'): Promise<Response> {
    return this.post('/support/sign-in', { password, next });
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('accept-language')) headers.set('accept-language', 'en');
    headers.set('x-forwarded-for', this.#address);
    headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(new URL(path, this.#origin), {
      ...init,
      headers,
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      this.attributes.set(name, attributes.join('; '));
      if (attributes.includes('Max-Age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
