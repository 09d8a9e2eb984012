import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/**
 * Begins a message that the bot knows of and whose words are still to come. The function that is given sends them, and gives
 * the status of the answer, 0 without one.
 */
export async function beginMessage(url: string): Promise<() => Promise<number>> {
  const message = JSON.stringify({
    ...{ type: 'message', channelId: 'emulator', id: randomUUID(), text: 'Hello', locale: 'en-GB' },
    ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
    ...{ conversation: { id: 'last' }, from: { id: 'last' }, recipient: { id: 'bot' } },
  });
  const headers = {
    ...{ 'Content-Type': 'application/json', Expect: '100-continue' },
    'Content-Length': String(Buffer.byteLength(message)),
  };
  const sent = request(`${url}/api/messages`, { method: 'POST', headers });
  await once(sent, 'continue');
  const status = once(sent, 'response').then(
    ([response]: IncomingMessage[]) => response?.resume().statusCode ?? 0,
    () => 0,
  );
  return () => {
    sent.end(message);
    return status;
  };
}
