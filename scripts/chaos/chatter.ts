import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const tokenSchema = z.object({ conversationId: z.string(), token: z.string() });
const setSchema = z.object({
  watermark: z.string(),
  activities: z.array(
    z.object({ id: z.string(), text: z.string().default(''), replyToId: z.string().optional() }),
  ),
});

export type Shown = z.infer<typeof setSchema>['activities'][number];

/** A visitor who doesn't give up: what fails is sent again under the same client id, as the chat page does. */
export class Chatter {
  /** Ids of the messages that the bot has acknowledged. */
  readonly acknowledged: string[] = [];
  #token = '';
  #conversation = '';

  /** `address` gives where the bot is, once it is somewhere. */
  constructor(private readonly address: () => Promise<string>) {}

  async join(): Promise<void> {
    const answer = tokenSchema.parse(await this.#insist('/webchat/token', {}));
    this.#token = answer.token;
    this.#conversation = answer.conversationId;
    await this.#insist('/v3/directline/conversations', {});
  }

  /** Says something; gives the replies, however often the bot is killed meanwhile. */
  async say(text: string): Promise<readonly Shown[]> {
    const channelData = { clientActivityID: randomUUID() };
    const message = { type: 'message', text, locale: 'en-GB', from: { id: 'me' }, channelData };
    const { id } = z.object({ id: z.string() }).parse(await this.#insist(this.#path, message));
    this.acknowledged.push(id);
    for (;;) {
      const replies = (await this.read()).filter(({ replyToId }) => replyToId === id);
      if (replies.length > 0) return replies;
      await pause(30);
    }
  }

  /** Everything that the chat shows. */
  async read(): Promise<readonly Shown[]> {
    const all: Shown[] = [];
    for (let watermark = ''; ;) {
      const set = setSchema.parse(await this.#insist(`${this.#path}?watermark=${watermark}`));
      all.push(...set.activities);
      if (set.watermark === watermark) return all;
      watermark = set.watermark;
    }
  }

  get #path(): string {
    return `/v3/directline/conversations/${this.#conversation}/activities`;
  }

  async #insist(path: string, body?: object): Promise<unknown> {
    for (;;) {
      try {
        const response = await fetch(`${await this.address()}${path}`, {
          ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
          headers: {
            'Content-Type': 'application/json',
            ...(this.#token !== '' && { Authorization: `Bearer ${this.#token}` }),
          },
        });
        if (response.ok) return await response.json();
        if (response.status < 500 && response.status !== 429)
          throw new RangeError(`${path} answered ${response.status}.`);
      } catch (error) {
        if (error instanceof RangeError) throw error;
      }
      await pause(50);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
