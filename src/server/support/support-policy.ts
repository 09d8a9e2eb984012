/** Headers of every page of the support page: nothing from elsewhere, in no frame, kept by no cache. */
export const SUPPORT_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  // The language switch leads back to the page; nothing is told to other sites.
  'Referrer-Policy': 'same-origin',
} as const;
