import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const tokenSchema = z.object({ conversationId: z.string(), token: z.string(), user: z.string() });
const sentSchema = z.object({ id: z.string() });
const readSchema = z.object({
  watermark: z.string(),
  activities: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      text: z.string().default(''),
      replyToId: z.string().optional(),
    }),
  ),
});

export type Shown = z.infer<typeof readSchema>['activities'][number];

/** A conversation over the embedded Direct Line, spoken as plainly as can be. */
export interface Talk {
  readonly conversation: string;
  readonly user: string;
  /** Sends an activity; gives its id once the bot has taken it. Rejects on any other answer than 200. */
  post(activity: object): Promise<string>;
  /** Sends a text and waits for the bot's replies to it; gives them. */
  say(text: string): Promise<readonly Shown[]>;
  /** Everything that the chat shows, from its beginning. */
  read(): Promise<readonly Shown[]>;
}

/** Starts a conversation with a bot at an address. */
export async function openTalk(url: string, locale = 'en-GB'): Promise<Talk> {
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  const json = (body: object, token?: string): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
  });
  const { token, conversationId, user } = tokenSchema.parse(
    await ask('/webchat/token', json({ locale })),
  );
  await ask('/v3/directline/conversations', json({}, token));
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const read = async () => {
    const all: Shown[] = [];
    for (let watermark = ''; ;) {
      const set = readSchema.parse(
        await ask(`${path}?watermark=${watermark}`, {
          headers: { Authorization: `Bearer ${token}` },
        }),
      );
      if (set.activities.length === 0 && set.watermark === watermark) return all;
      all.push(...set.activities);
      watermark = set.watermark;
    }
  };
  const post = async (activity: object) =>
    sentSchema.parse(await ask(path, json({ from: { id: user }, ...activity }, token))).id;
  const say = async (text: string) => {
    const id = await post({
      ...{ type: 'message', text, locale },
      channelData: { clientActivityID: randomUUID() },
    });
    for (let tries = 0; tries < 5000; tries += 1) {
      const replies = (await read()).filter(({ replyToId }) => replyToId === id);
      if (replies.length > 0) return replies;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`No reply to "${text}".`);
  };
  return { conversation: conversationId, user, post, say, read };
}
