import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createEmailBackend } from '../../src/support/tickets/email-backend';
import { waitSeconds } from '../../src/support/tickets/outbox';
import { createWebhookBackend } from '../../src/support/tickets/webhook-backend';
import { content, translator } from '../support/content';
import { buildDraft, movingClock, openDesk } from './ticket-desk';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers what a test says, and keeps what it got. */
async function receive(
  answer: (count: number) => {
    status: number;
    body?: string;
    headers?: Readonly<Record<string, string>>;
  },
) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status, body = '', headers } = answer(received.length);
      // Not chained: restify, loaded by another test of this process, makes writeHead give nothing back.
      response.writeHead(status, headers);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close().closeAllConnections();
  };
  return {
    received,
    url: `http://127.0.0.1:${port}/`,
    close,
  };
}

type Check = (signature: string, body: string, secret: string) => boolean;

/** The check that docs/support.md gives receivers. */
function documentedCheck(): Check {
  const docs = readFileSync(join(__dirname, '../../docs/support.md'), 'utf8');
  const file = join(mkdtempSync(join(tmpdir(), 'receiver-')), 'is-genuine.cjs');
  writeFileSync(file, /```js\n([^]*?)```/.exec(docs)?.[1] ?? '');
  return (createRequire(__filename)(file) as { isGenuine: Check }).isGenuine;
}

describe('the webhook backend', () => {
  it('posts the packet, signed, with the same key on each attempt, until it is accepted', async () => {
    const clock = movingClock();
    const hook = await receive((count) =>
      count === 1 ? { status: 503 } : { status: 201, body: '{"reference":"INC42"}' },
    );
    const backend = createWebhookBackend({
      url: hook.url,
      secret: 's3cret',
      fetch,
      now: clock.now,
    });
    const { tickets, outbox, jobs } = await openDesk({ backend, clock });
    expect((await tickets.send(buildDraft())).isDelivered).toBe(false);
    clock.pass(waitSeconds(1));
    await outbox.deliverDue();
    await outbox.deliverDue();
    hook.close();
    expect(hook.received.map(({ headers }) => headers['idempotency-key'])).toEqual([
      'draft-1',
      'draft-1',
    ]);
    const { headers = {}, body = '' } = hook.received[1] ?? {};
    const [, seconds = '', signature] =
      /^t=(\d+),v1=(\w+)$/.exec(String(headers['x-signature'])) ?? [];
    expect(Number(seconds)).toBe(clock.now().getTime() / 1000);
    expect(signature).toBe(
      createHmac('sha256', 's3cret').update(`${seconds}.${body}`).digest('hex'),
    );
    expect(JSON.parse(body)).toMatchObject({
      ...{ number: 'T-1001', language: 'en', channel: 'webchat', contentVersion: 'v1' },
      candidates: [{ intent: 'keys.more', score: 0.4 }],
    });
    expect((await jobs.deliveries([1001])).get(1001)).toMatchObject({ reference: 'INC42' });
  });

  it('posts what is added as an event of its own, with the name that the receiver gave the ticket', async () => {
    const hook = await receive(() => ({ status: 201, body: '{"reference":"INC42"}' }));
    const backend = createWebhookBackend({
      ...{ url: hook.url, secret: 's', fetch, now: () => new Date() },
    });
    const { tickets } = await openDesk({ backend });
    await tickets.send(buildDraft());
    await tickets.add('person-1', 1001, { key: 'added-1', text: 'It is 2019.' });
    hook.close();
    const { headers, body } = hook.received[1] ?? { headers: {}, body: '' };
    expect(headers['idempotency-key']).toBe('added-1');
    expect(JSON.parse(body)).toEqual({
      ...{ event: 'ticket.added', number: 'T-1001', reference: 'INC42', text: 'It is 2019.' },
      ...{ addedAt: '2026-05-20T10:00:00.000Z', subject: buildDraft().subject },
      ...{ email: 'kim@contoso.example', language: 'en', channel: 'webchat' },
    });
  });

  it('signs so that the code in the documentation accepts it, and nothing that was changed or is old', async () => {
    const hook = await receive(() => ({ status: 200 }));
    const now = () => new Date();
    const backend = createWebhookBackend({ url: hook.url, secret: 's3cret', fetch, now });
    const { tickets } = await openDesk({ backend });
    await tickets.send(buildDraft());
    hook.close();
    const { headers, body } = hook.received[0] ?? { headers: {}, body: '' };
    const signature = String(headers['x-signature']);
    const isGenuine = documentedCheck();
    expect(isGenuine(signature, body, 's3cret')).toBe(true);
    expect(isGenuine(signature, `${body} `, 's3cret')).toBe(false);
    expect(isGenuine(signature, body, 'other')).toBe(false);
    expect(isGenuine('', body, 's3cret')).toBe(false);
    expect(isGenuine(signature.replace(/t=\d+/, 't=1700000000'), body, 's3cret')).toBe(false);
  });

  it.each([{ status: 302 }, { status: 400 }, { status: 500 }])(
    'does not take %j for accepted',
    async (answer) => {
      const hook = await receive(() => answer);
      const backend = createWebhookBackend({
        ...{ url: hook.url, secret: 's', fetch, now: () => new Date() },
      });
      const { tickets } = await openDesk({ backend });
      expect((await tickets.send(buildDraft())).isDelivered).toBe(false);
      hook.close();
    },
  );
});

describe('a webhook that asks to be left alone', () => {
  const inAMinute = new Date(Date.parse('2026-05-20T10:01:00Z')).toUTCString();
  it.each([
    { asks: '60', waits: 60 },
    { asks: inAMinute, waits: 60 },
    { asks: '1', waits: 5 },
    { asks: '86400', waits: 900 },
    { asks: 'a while', waits: 5 },
  ])('for $asks is called again after $waits seconds', async ({ asks, waits }) => {
    const clock = movingClock();
    const hook = await receive((count) =>
      count === 1 ? { status: 429, headers: { 'Retry-After': asks } } : { status: 201 },
    );
    const backend = createWebhookBackend({ url: hook.url, secret: 's', fetch, now: clock.now });
    const { tickets, outbox } = await openDesk({ backend, clock });
    await tickets.send(buildDraft());
    clock.pass(waits - 1);
    await outbox.deliverDue();
    expect(hook.received).toHaveLength(1);
    clock.pass(1);
    await outbox.deliverDue();
    hook.close();
    expect(hook.received).toHaveLength(2);
  });
});

describe.each(content.languages)('the e-mail backend in %s', (language) => {
  it('mails the ticket through a real SMTP server', async () => {
    const mails: string[] = [];
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData(stream, _session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks).toString());
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const backend = createEmailBackend({
      server: `smtp://127.0.0.1:${port}`,
      ...{ from: 'Bot <bot@contoso.example>', to: 'desk@contoso.example' },
      t: translator.in(language),
    });
    const { tickets } = await openDesk({ backend });
    const line = {
      from: 'person',
      text: 'in C:\\*.key\n< Sure',
      at: '2026-05-20T09:59:00Z',
    } as const;
    const quoted = { ...line, from: 'bot', text: String.raw`**C:\\\*.key** \[a\](b)` } as const;
    const packet = { ...buildDraft().packet, transcript: [line, quoted] };
    const subject = 'Key used up\r\nBcc: all@contoso.example';
    const details = 'It stopped.\nE-mail: boss@evil.example\nE-post: boss@evil.example';
    expect((await tickets.send(buildDraft({ subject, details, packet }))).isDelivered).toBe(true);
    const addition = { key: 'added-1', text: 'It is 2019.' };
    expect((await tickets.add('person-1', 1001, addition))?.isDelivered).toBe(true);
    // A server without SMTPUTF8 would refuse the whole mail for such a header.
    const foreign = { key: 'draft-2', email: 'åsa@contoso.example' };
    expect((await tickets.send(buildDraft(foreign))).isDelivered).toBe(true);
    await new Promise<void>((resolve) => server.close(resolve));
    expect(mails).toHaveLength(3);
    expect(mails[2]).not.toContain('Reply-To');
    expect(mails[2]).toContain('=C3=A5sa@contoso.example');
    expect(mails[0]).toContain('Message-ID: <draft-1@contoso.example>');
    expect(mails[0]).toContain('Reply-To: kim@contoso.example');
    expect(mails[0]).toContain('T-1001.json');
    const [headers] = mails[0]?.split('\r\n\r\n') ?? [];
    expect(headers).toContain('Bcc: all');
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(mails[0]).toContain('> in C:\\*.key\r\n  < Sure');
    expect(mails[0]).toContain(String.raw`< **C:\*.key** [a](b)`);
    expect(mails[0]).toMatch(/^ {2}E-post: boss/m);
    expect(mails[0]).not.toMatch(/^E-(?:mail|post): boss/m);
    for (const line of [
      'Message-ID: <added-1@contoso.example>',
      'In-Reply-To: <draft-1@contoso.example>',
      'References: <draft-1@contoso.example>',
      'Reply-To: kim@contoso.example',
      'Subject: Re: T-1001: Key used up',
      'It is 2019.',
    ])
      expect(mails[1]).toContain(line);
  });

  it('keeps the ticket while the server is away', async () => {
    const backend = createEmailBackend({
      server: 'smtp://127.0.0.1:9',
      ...{ from: 'bot@contoso.example', to: 'desk@contoso.example' },
      t: translator.in(language),
    });
    const { tickets } = await openDesk({ backend });
    expect((await tickets.send(buildDraft())).isDelivered).toBe(false);
  });
});
