/** Somebody in a conversation of their own. */
export interface Speaker {
  /** Says something; resolves when it is answered, rejects when it is refused or nobody answers. */
  say(text: string): Promise<void>;
  /** Goes, as people do: without a word. */
  leave(): void;
}

/** Milliseconds after which nobody waits for an answer. */
export const PATIENCE_MS = 20_000;
