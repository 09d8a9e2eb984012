import helmet from 'helmet';

/** Headers for everything that isn't a page; pages set a Content-Security-Policy of their own. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'no-referrer' },
});

/** Content-Security-Policy of the chat page: nothing from elsewhere, no inline script, styles only with the nonce. */
export function pagePolicy(page: {
  readonly nonce: string;
  /** Who may show the page in a frame; anybody when empty. */
  readonly frameAncestors: readonly string[];
  /** Other services that the page talks to. */
  readonly connect?: readonly string[];
}): string {
  const ancestors = page.frameAncestors.length === 0 ? ['*'] : ["'self'", ...page.frameAncestors];
  return [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    // Web Chat probes the browser with one empty style element that has no nonce.
    `style-src 'self' 'nonce-${page.nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    // Web Chat's animations are images that it makes itself.
    "img-src 'self' data: blob:",
    ['connect-src', "'self'", ...(page.connect ?? [])].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}
