import { once } from 'node:events';
import WebSocket from 'ws';
import { z } from 'zod';
import { PATIENCE_MS, type Speaker } from './speaker';

const started = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const shown = z.object({ activities: z.array(z.object({ replyToId: z.string().optional() })) });
const sent = z.object({ id: z.string() });

/**
 * Begins a conversation of the embedded Direct Line whose replies come over a stream. `address` is one of this machine's
 * own: from one alone the bot lets only so many streams be open.
 */
export async function beginStreamTalk(url: string, address: string): Promise<Speaker> {
  const path = '/v3/directline/conversations';
  const { token } = z
    .object({ token: z.string() })
    .parse(await post(`${url}/webchat/token`, { body: {} }));
  const { conversationId, streamUrl } = started.parse(
    await post(`${url}${path}`, { body: {}, token }),
  );
  const socket = new WebSocket(streamUrl, { localAddress: address });
  const answered = new Set<string>();
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    if (data.length === 0) return;
    for (const { replyToId } of shown.parse(JSON.parse(data.toString())).activities)
      if (replyToId !== undefined) answered.add(replyToId);
  });
  await once(socket, 'open');
  return {
    async say(text) {
      const body = { type: 'message', text, locale: 'sv-SE', from: { id: 'me' } };
      const { id } = sent.parse(
        await post(`${url}${path}/${conversationId}/activities`, { body, token }),
      );
      const signal = AbortSignal.timeout(PATIENCE_MS);
      while (!answered.has(id)) await once(socket, 'message', { signal });
      answered.clear();
    },
    leave: () => socket.terminate(),
  };
}

async function post(
  address: string,
  { body, token }: { readonly body: object; readonly token?: string },
): Promise<unknown> {
  const response = await fetch(address, {
    ...{ method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE_MS) },
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
  if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  return response.json();
}
