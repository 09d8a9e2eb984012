import { randomUUID } from 'node:crypto';
import { PATIENCE_MS, type Speaker } from './speaker';

/** Begins a conversation through `/api/messages`, where replies come back in the response. */
export function beginServiceTalk(url: string): Promise<Speaker> {
  const person = { id: `person-${randomUUID()}` };
  const say = async (text: string) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      body: JSON.stringify({
        ...{ type: 'message', channelId: 'emulator', locale: 'en-GB', id: randomUUID(), text },
        ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
        ...{ conversation: person, from: person, recipient: { id: 'bot' } },
      }),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`A message was answered ${response.status}.`);
  };
  return Promise.resolve({ say, leave: () => undefined });
}
