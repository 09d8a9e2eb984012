import type { Values } from './values';

const IN_JSON = /"(id|token|resume|watermark|streamUrl|value|@id)":"([^"\\]+)"/g;
const IN_FORM = /<(?:input|button|option)[^>]* (?:name="(\w+)"[^>]* )?value="([^"]*)"/g;
const LINK = /(?:href|src|action)="(\/[^"#]*)"/g;
/** So many of a name are remembered, the latest. */
const MOST = 200;

/** What the bot's answers tell that may be sent back: ids, tokens, choices, fields of forms, links. */
export class Finds {
  readonly #found = new Map<string, string[]>();

  constructor(private readonly values: Values) {}

  learn(answer: string): void {
    for (const [, name = '', value = ''] of answer.matchAll(IN_JSON)) this.#keep(name, value);
    for (const [, name = 'status', value = ''] of answer.matchAll(IN_FORM)) this.#keep(name, value);
    for (const [, link = ''] of answer.matchAll(LINK))
      this.#keep('link', link.replaceAll('&amp;', '&'));
  }

  /** One of those found by a name; a text that nobody has told when there are none. */
  pick(name: string): string {
    const found = this.#found.get(name) ?? [];
    return this.values.pick(found, this.values.text());
  }

  /** A link that begins so. */
  link(start: string): string | undefined {
    const links = this.#found.get('link')?.filter((link) => link.startsWith(start)) ?? [];
    return links[this.values.below(links.length)];
  }

  #keep(name: string, value: string): void {
    const found = this.#found.get(name) ?? [];
    this.#found.set(name, found);
    if (found.includes(value)) return;
    if (found.push(value) > MOST) found.shift();
  }
}
