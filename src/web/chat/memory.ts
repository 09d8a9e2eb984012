const KEY = 'partner-faq-bot';

/** Remembers, across pages and visits, how to resume the conversation. Browsers may forbid it: then it forgets. */
export const memory = {
  recall(): string | undefined {
    try {
      return localStorage.getItem(KEY) ?? undefined;
    } catch {
      return undefined;
    }
  },
  keep(resume: string): void {
    try {
      localStorage.setItem(KEY, resume);
    } catch {
      // The conversation then lasts as long as the page.
    }
  },
};
