import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

/** What a connection may do before it is cut. */
export interface ConnectionBounds {
  /** Milliseconds from its beginning. */
  readonly lifetime: number;
  /** Bytes that may come in. */
  readonly most: number;
}

/**
 * An agent for clients that wait for every byte and keep whatever comes: its connections serve one request each and are
 * cut when they live too long or bring too much, which fails the request.
 */
export function createBoundedAgent(protocol: string, bounds: ConnectionBounds): HttpAgent {
  const agent = protocol === 'https:' ? new HttpsAgent() : new HttpAgent();
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...how) => {
    const connection = connect(...how);
    if (connection) bound(connection, bounds);
    return connection;
  };
  return agent;
}

function bound(connection: Duplex, { lifetime, most }: ConnectionBounds): void {
  const cut = (why: string) => connection.destroy(new Error(`Cut off: ${why}.`));
  const timer = setTimeout(cut, lifetime, `no end within ${lifetime} ms`);
  let size = 0;
  connection.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) cut(`more than ${most} bytes`);
  });
  connection.once('close', () => clearTimeout(timer));
}
