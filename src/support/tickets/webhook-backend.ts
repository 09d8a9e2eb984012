import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import { oneLine } from '../../core/one-line';
import { storable } from '../../core/storable';
import { readBody } from '../../outbound/read-body';
import { readRetryAfter } from '../../outbound/read-retry-after';
import { NotAcceptedError } from './not-accepted-error';
import type { Accepted, TicketBackend } from './ticket-backend';
import { toAdditionDocument, toTicketDocument } from './ticket-document';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024;
const replySchema = z.object({
  reference: z.string().max(200).overwrite(storable).overwrite(oneLine),
});

export interface WebhookOptions {
  readonly url: string;
  /** Key of the signature. */
  readonly secret: string;
  readonly fetch: typeof fetch;
  readonly now: Clock;
}

/**
 * Posts tickets, and what is added to them, as JSON. `X-Signature` is `t=UNIX_SECONDS,v1=HEX`, the HMAC-SHA256 of
 * `UNIX_SECONDS.BODY`; `Idempotency-Key` is the same for every attempt. Any 2xx accepts; `{"reference": "…"}` in its body
 * is kept. Whatever else it answers, it may say in `Retry-After` when to try again.
 */
export function createWebhookBackend({ url, secret, fetch, now }: WebhookOptions): TicketBackend {
  const post = async (key: string, document: object): Promise<Accepted> => {
    const body = JSON.stringify(document);
    const seconds = Math.floor(now().getTime() / 1000);
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'X-Signature': `t=${seconds},v1=${signatureOf(`${seconds}.${body}`, secret)}`,
      },
    });
    if (!response.ok) {
      await response.body?.cancel();
      const wait = readRetryAfter(response.headers.get('Retry-After'), now().getTime());
      throw new NotAcceptedError(`The webhook answered ${response.status}.`, wait);
    }
    // It is accepted, whatever comes after that.
    return { reference: await referenceIn(response).catch(() => undefined) };
  };
  return {
    name: 'webhook',
    deliver: (ticket) => post(ticket.key, toTicketDocument(ticket)),
    add: (ticket, addition, reference) =>
      post(addition.key, toAdditionDocument(ticket, addition, reference)),
  };
}

function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

async function referenceIn(response: Response): Promise<string> {
  return replySchema.parse(JSON.parse(await readBody(response.body, MOST_BYTES))).reference;
}
