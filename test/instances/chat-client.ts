import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const activitySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.looseObject({ id: z.string() }),
});

const tokenSchema = z.looseObject({ conversationId: z.string(), token: z.string() });
const startSchema = z.looseObject({ streamUrl: z.string() });
const setSchema = z.looseObject({ activities: z.array(activitySchema) });
const sentSchema = z.object({ id: z.string() });

export type SeenActivity = z.infer<typeof activitySchema>;

/** A conversation of a client that may talk to any instance. */
export interface Chat {
  readonly id: string;
  readonly streamUrl: string;
  /** Sends a message, on the other instances and again when one is away; gives its id once it is acknowledged. */
  say(text: string, clientId: string, urls: readonly string[]): Promise<string>;
  /** Everything that an instance shows of the conversation. */
  read(url: string): Promise<readonly SeenActivity[]>;
}

/** Begins a conversation with an instance. */
export async function beginChat(url: string): Promise<Chat> {
  const post = async (address: string, body: object, token?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token ?? ''}` };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return response.json();
  };
  const { conversationId: id, token } = tokenSchema.parse(await post(`${url}/webchat/token`, {}));
  const path = `/v3/directline/conversations`;
  const { streamUrl } = startSchema.parse(await post(`${url}${path}`, {}, token));
  return {
    ...{ id, streamUrl },
    async say(text, clientId, urls) {
      const activity = { type: 'message', text, channelData: { clientActivityID: clientId } };
      for (let attempt = 0; ; attempt += 1)
        try {
          const address = `${urls[attempt % urls.length] ?? url}${path}/${id}/activities`;
          return sentSchema.parse(await post(address, activity, token)).id;
        } catch (error) {
          if (attempt > 10) throw error;
          await wait(50);
        }
    },
    async read(from) {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${from}${path}/${id}/activities`, { headers });
      return setSchema.parse(await response.json()).activities;
    },
  };
}
