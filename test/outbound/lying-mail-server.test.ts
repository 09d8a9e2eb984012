import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Ticket } from '../../src/core/ticket';
import { createEmailBackend } from '../../src/support/tickets/email-backend';
import { translator } from '../support/content';
import { buildDraft } from '../support-desk/ticket-desk';

const at = '2026-11-22T12:00:00Z';
const ticket: Ticket = {
  ...{ ...buildDraft(), number: 1001, createdAt: at, updatedAt: at },
  status: 'open',
};

function drip(socket: Socket, line: string): void {
  const timer = setInterval(() => socket.write(line), 10);
  socket.once('close', () => clearInterval(timer));
}

function flood(socket: Socket, text: string): void {
  const more = () => {
    while (!socket.destroyed && socket.write(text));
  };
  socket.on('drain', more);
  more();
}

const LIES: Readonly<Record<string, (socket: Socket) => void>> = {
  'says nothing': () => undefined,
  'never ends its greeting': (socket) => drip(socket, '220-wait\r\n'),
  'greets without end': (socket) => flood(socket, '2'.repeat(64 * 1024)),
  'greets in lines without end': (socket) => flood(socket, '220-wait\r\n'.repeat(1000)),
  'talks nonsense': (socket) => socket.write('hello\r\n'),
  'is too busy': (socket) => socket.end('421 later\r\n'),
  'hangs up': (socket) => socket.resetAndDestroy(),
  'never says whether it has taken the mail': (socket) => {
    socket.write('220 here\r\n');
    socket.on('data', (said) => {
      if (said.toString().startsWith('DATA'))
        drip(socket.removeAllListeners('data'), '354-wait\r\n');
      else socket.write('250 yes\r\n');
    });
  },
};

it.each(Object.keys(LIES))('a mail server that %s is given up', async (name) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    LIES[name]?.(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(150));
  const { port } = server.address() as AddressInfo;
  const backend = createEmailBackend({
    ...{ server: `smtp://desk:hush@127.0.0.1:${port}`, from: 'a@b.example', to: 'c@d.example' },
    t: translator.in('en'),
  });
  const failure = await backend.deliver(ticket).then(
    () => 'delivered',
    (error: unknown) => String(error),
  );
  spy.mockRestore();
  expect(failure).not.toMatch(/delivered|hush/);
  await new Promise((resolve) => server.close(resolve));
});
