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

interface Refusal {
  readonly error: { readonly message: string };
}

/**
 * Gets a token for the conversation that this browser remembers, or for a new one; rejects when there is none. A visitor
 * whose token is refused is anonymous, and the console tells the site's developers why.
 */
export async function fetchToken({ locale, visitor, memory }: TokenWishes): Promise<Connection> {
  return oneTabAtATime(async () => {
    const resume = await memory.recall();
    let response = await exchange({ locale, visitor, resume });
    if (response.status === 401) {
      // eslint-disable-next-line no-console -- there the developers of the site look for it
      console.warn(((await response.json()) as Refusal).error.message);
      response = await exchange({ locale, resume });
    }
    if (!response.ok) throw new Error(`No token: ${response.status}`);
    const answer = (await response.json()) as TokenAnswer;
    memory.keep(answer.resume);
    return answer;
  });
}

function exchange(body: object): Promise<Response> {
  return fetch('/webchat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
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
