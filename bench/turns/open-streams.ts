import WebSocket from 'ws';
import { once } from 'node:events';
import { z } from 'zod';

/** Opened at once, all from one address: as many as the bot lets one address have. */
const PER_ADDRESS = 25;

const started = z.object({ streamUrl: z.string() });

/**
 * Opens conversations of the embedded Direct Line with a stream each, from many addresses behind one proxy. Gives what
 * closes them again; rejects unless all are open and each has had its welcome.
 */
export async function openStreams(url: string, count: number): Promise<() => void> {
  const sockets: WebSocket[] = [];
  for (let opened = 0; opened < count; opened += PER_ADDRESS) {
    const headers = { 'x-forwarded-for': `10.0.${opened >> 8}.${opened & 255}` };
    const size = Math.min(PER_ADDRESS, count - opened);
    sockets.push(...(await Promise.all(Array.from({ length: size }, () => open(url, headers)))));
  }
  return () => {
    for (const socket of sockets) socket.terminate();
  };
}

async function open(url: string, headers: Record<string, string>): Promise<WebSocket> {
  const post = async (path: string, more: Record<string, string> = {}): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      ...{ method: 'POST', body: '{}' },
      headers: { ...headers, ...more, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
    return response.json();
  };
  const { token } = z.object({ token: z.string() }).parse(await post('/webchat/token'));
  const authorization = `Bearer ${token}`;
  const conversation = await post('/v3/directline/conversations', { authorization });
  const socket = new WebSocket(started.parse(conversation).streamUrl, { headers });
  await once(socket, 'message');
  return socket;
}
