import type { Memory } from './memory';

/** How to reach the bot, as `POST /webchat/token` says it. */
export interface Connection {
  readonly token: string;
  /** Base address of the Direct Line. */
  readonly domain: string;
}

interface TokenAnswer extends Connection {
  readonly resume: string;
}

export interface TokenWishes {
  readonly locale: string;
  /** A host site's token for its visitor. */
  readonly visitor: string | undefined;
  readonly memory: Memory;
}

/** Gets a token for the conversation that this browser remembers, or for a new one; rejects when there is none. */
export async function fetchToken({ locale, visitor, memory }: TokenWishes): Promise<Connection> {
  return oneTabAtATime(async () => {
    const response = await fetch('/webchat/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale, visitor, resume: await memory.recall() }),
    });
    if (!response.ok) throw new Error(`No token: ${response.status}`);
    const answer = (await response.json()) as TokenAnswer;
    memory.keep(answer.resume);
    return answer;
  });
}

/** So two tabs that open at once share one conversation. Without storage there is nothing to share, and no lock. */
async function oneTabAtATime<T>(task: () => Promise<T>): Promise<T> {
  try {
    await navigator.locks.query();
  } catch {
    return task();
  }
  return navigator.locks.request('partner-faq-bot', task);
}
