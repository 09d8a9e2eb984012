/** What the frame of the chat says to the page that it is shown on. */
export type FromChat =
  | { readonly type: 'partner-faq-bot/ready' }
  | { readonly type: 'partner-faq-bot/close' }
  /** Who is signed in on the page? Answered with `visitor`. */
  | { readonly type: 'partner-faq-bot/who' };

/** What the page says to the chat in its frame. */
export type ToChat =
  | { readonly type: 'partner-faq-bot/ask'; readonly text: string }
  | { readonly type: 'partner-faq-bot/focus' }
  /** The host site's token for its visitor; empty when nobody is signed in. */
  | { readonly type: 'partner-faq-bot/visitor'; readonly token: string };
