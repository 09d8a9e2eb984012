const KEY = 'partner-faq-bot';

/** What the page keeps in this tab, where the browser lets it. */
function place(key: string) {
  return {
    read(): string {
      try {
        return sessionStorage.getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    write(value: string): void {
      try {
        sessionStorage.setItem(key, value);
      } catch {
        // It then lasts as long as the page.
      }
    },
  };
}

/** How to resume the conversation, where the browser lets the frame keep nothing itself. */
export const keptResume = place(KEY);

/** Whether the visitor has closed a chat that starts open: on the next page it doesn't. */
export const keptClosed = place(`${KEY}-closed`);
