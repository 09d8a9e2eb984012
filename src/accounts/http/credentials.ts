/** Port: how the bot proves to an account server that it is the bot. */
export interface Credentials {
  /** Headers for one request. Rejects when they can't be had. */
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Told that the server refused them; answers whether asking with new ones may help. */
  renew(): boolean;
}
