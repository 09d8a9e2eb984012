import { escapeHtml } from '../core/escape-html';

/** A piece of HTML that holds nothing unsafe. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: pieces of HTML as they are, all else escaped; nothing for undefined and false. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** Template of HTML: whatever is put in is escaped, so that a text can't become markup, within quoted attributes too. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const inserted = parts.map(toText);
  return new Html(literals.map((literal, index) => literal + (inserted[index] ?? '')).join(''));
}

function toText(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(toText).join('');
}
