import { hostPage } from './host-page';

const KEY = 'partner-faq-bot';

/** Whether the browser lets this page keep anything: within the frame of another site it may not. */
function mayRemember(): boolean {
  try {
    localStorage.setItem(`${KEY}-probe`, '');
    localStorage.removeItem(`${KEY}-probe`);
    return true;
  } catch {
    return false;
  }
}

/** Remembers, across pages and visits, how to resume the conversation; where it can't, the page around the frame does. */
export function createMemory(isFramed: boolean) {
  const isOwn = mayRemember();
  return {
    async recall(): Promise<string | undefined> {
      if (isOwn) return localStorage.getItem(KEY) ?? undefined;
      return isFramed ? hostPage.ask('recall') : undefined;
    },
    keep(resume: string): void {
      if (isOwn) localStorage.setItem(KEY, resume);
      else if (isFramed) hostPage.tell({ type: 'partner-faq-bot/keep', resume });
    },
  };
}

export type Memory = ReturnType<typeof createMemory>;
