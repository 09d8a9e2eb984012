import type { Visitor } from '../core/visitor';

/** What a chat page asks a token with. */
export interface TokenRequest {
  readonly locale: string | undefined;
  /** What this browser got with its last token. */
  readonly resume: string | undefined;
  /** Whom a host site vouches for. */
  readonly visitor: Visitor | undefined;
  /** `http://host:port` under which the page knows the bot. */
  readonly origin: string;
}

/** What a chat page needs to talk to the bot; the names of Direct Line's own fields are its own. */
export interface TokenAnswer {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  /** Gets the next token for the same conversation. */
  readonly resume: string;
  readonly user: string;
  /** Base address of the Direct Line. */
  readonly domain: string;
}

/** Port: who issues the tokens of the chat page. */
export interface TokenSource {
  /** Gives a token for the conversation that the browser resumes, if it is still the same visitor's, or for a new one. */
  exchange(request: TokenRequest): Promise<TokenAnswer>;
}
