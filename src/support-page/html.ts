/** A piece of HTML that holds nothing unsafe. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: pieces of HTML as they are, all else escaped; nothing for undefined and false. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template of HTML: whatever is put in is escaped, so that a text can't become markup, within quoted attributes too. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const inserted = parts.map(toText);
  return new Html(literals.map((literal, index) => literal + (inserted[index] ?? '')).join(''));
}

function toText(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escape(part);
  return typeof part === 'number' ? String(part) : part.map(toText).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
