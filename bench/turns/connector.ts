import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A connector, as bots deliver replies to: takes whatever comes and gives it an id. */
export interface Connector {
  readonly url: string;
  /** Activities that were delivered so far. */
  readonly delivered: number;
  close(): void;
}

/** Starts a connector on a free port of this machine. */
export async function startConnector(): Promise<Connector> {
  let delivered = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      delivered += 1;
      response.setHeader('content-type', 'application/json').end(`{"id":"${delivered}"}`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get delivered() {
      return delivered;
    },
    close: () => void server.close(),
  };
}
