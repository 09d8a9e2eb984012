import { memory } from './memory';

/** How to reach the bot, as `POST /webchat/token` says it. */
export interface Connection {
  readonly token: string;
  /** Base address of the Direct Line. */
  readonly domain: string;
}

interface TokenAnswer extends Connection {
  readonly resume?: string;
}

/**
 * Gets a token for the conversation that this browser remembers, or for a new one. Tabs take turns, so that two that
 * open at once share one conversation.
 */
export async function fetchToken(locale: string, visitor?: string): Promise<Connection> {
  const ask = async () => {
    const resume = memory.recall();
    const response = await fetch('/webchat/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale, resume, visitor }),
    });
    if (!response.ok) throw new TokenError(response.status);
    const answer = (await response.json()) as TokenAnswer;
    if (answer.resume !== undefined) memory.keep(answer.resume);
    return answer;
  };
  return 'locks' in navigator ? navigator.locks.request('partner-faq-bot', ask) : ask();
}

/** The bot gave no token; `status` is that of its answer. */
export class TokenError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`No token: ${status}`);
    this.status = status;
  }
}
