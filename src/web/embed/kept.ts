const KEY = 'partner-faq-bot';

/** What the page keeps for the chat, in this tab, where the browser lets the frame keep nothing itself. */
export const kept = {
  read(): string {
    try {
      return sessionStorage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  },
  write(value: string): void {
    try {
      sessionStorage.setItem(KEY, value);
    } catch {
      // The conversation then lasts as long as the page.
    }
  },
};
