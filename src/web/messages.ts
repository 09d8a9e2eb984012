/** What the frame of the chat says to the page that it is shown on. */
export type FromChat =
  | { readonly type: 'partner-faq-bot/ready' }
  | { readonly type: 'partner-faq-bot/close' }
  /** Who is signed in on the page? */
  | { readonly type: 'partner-faq-bot/who' }
  /** What was kept? Asked only where the browser lets the frame keep nothing itself. */
  | { readonly type: 'partner-faq-bot/recall' }
  | { readonly type: 'partner-faq-bot/keep'; readonly resume: string };

/** What the page says to the chat in its frame. */
export type ToChat =
  | { readonly type: 'partner-faq-bot/ask'; readonly text: string }
  | { readonly type: 'partner-faq-bot/focus' }
  /** The site's token for its visitor, or what was kept; empty for neither. */
  | {
      readonly type: 'partner-faq-bot/answer';
      readonly to: 'who' | 'recall';
      readonly value: string;
    };
