import type { Content } from '../content';
import type { Fault } from '../fault';
import { textsOf } from './texts-of';

/** A language as a part of a path: `/en-us/`. */
const FIXED_LOCALE = /\/[a-z]{2}-[a-z]{2}(?=\/|$)/i;
const ADDRESS = /\b(?:https?:\/\/|www\.|aka\.ms\/)\S+/i;

/** Addresses that show a fixed language, that need one and have none, or that stand in a text. */
export function checkLinks(content: Content): readonly Fault[] {
  const used = new Set([...content.entries.values()].flatMap(({ links }) => links));
  const links = Object.entries(content.links).flatMap(([key, { url }]) =>
    [...faultsOf(url), ...(used.has(key) ? [] : ['no entry uses this link'])].map((reason) => ({
      file: 'dialogs/links.json',
      path: [key],
      reason: `${key}: ${reason}`,
      ...(used.has(key) ? {} : { severity: 'warning' as const }),
    })),
  );
  const texts = content.languages.flatMap((language) =>
    textsOf(content, language).flatMap(({ file, path, text }) => {
      const [address] = ADDRESS.exec(text) ?? [];
      const reason = `${path.join('.')}: the address ${address ?? ''} belongs in dialogs/links.json`;
      return address === undefined ? [] : [{ file, path, reason }];
    }),
  );
  return [...links, ...texts];
}

function faultsOf(url: string): readonly string[] {
  const [fixed] = FIXED_LOCALE.exec(url) ?? [];
  if (fixed !== undefined) return [`${fixed} is one language for all: write /{locale}`];
  const isLearn = /^https:\/\/(?:learn|docs)\.microsoft\.com\//.test(url);
  if (isLearn && !url.includes('/{locale}/')) return ['learn.microsoft.com needs /{locale}/'];
  return [];
}
