/** Where the relative links of the partner articles lead. */
const BASE = 'https://learn.microsoft.com/{locale}/partner-center/';
const ORIGIN = 'https://learn.microsoft.com/{locale}';
/** Microsoft's sites with the language as the first part of the path. */
const LOCALIZED = /^https:\/\/(?:learn|docs)\.microsoft\.com\/(?:[a-z]{2}-[a-z]{2}\/)?/i;

/** An article's link as an address: absolute, `{locale}` for the language, without the end `.md` of a source file. */
export function resolveLink(link: string): string {
  const target = link.replace(/\.md(?=$|[?#])/, '');
  if (/^[a-z][a-z+.-]*:/i.test(target))
    return target.replace(LOCALIZED, `${ORIGIN}/`).replace(/(?<!#)\/$/, '');
  if (target.startsWith('/'))
    return `${ORIGIN}${target.replace(/^\/[a-z]{2}-[a-z]{2}(?=\/)/i, '')}`;
  // The URL class would escape the braces of {locale}: a stand-in keeps them.
  const resolved = new URL(target, BASE.replace('{locale}', 'xx-xx'));
  return resolved.href.replace('xx-xx', '{locale}');
}
