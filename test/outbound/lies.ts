import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export type Lie = (response: ServerResponse, request: IncomingMessage) => void;

const CHUNK = Buffer.alloc(64 * 1024, '{');
const BOMB = gzipSync(Buffer.alloc(20_000_000, ' '));
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Answers with which a server holds its clients up: they end by a deadline only. */
export const STALLS: Readonly<Record<string, Lie>> = {
  nothing: () => undefined,
  'headers only': (response) => {
    response.writeHead(200, JSON_TYPE);
    response.flushHeaders();
  },
  'headers of something packed only': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' });
    response.flushHeaders();
  },
  'a byte now and then': (response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(' '), 5);
    response.once('close', () => clearInterval(timer));
  },
};

/** Answers that are broken or mean ill, and are over at once. */
export const LIES: Readonly<Record<string, Lie>> = {
  nonsense: (response) => response.end('<html>maintenance</html>'),
  'an empty body': (response) => response.end(),
  'another type': (response) => {
    response.setHeader('Content-Type', 'image/png');
    response.end(Buffer.from([0x89, 0x50, 0xff, 0xfe]));
  },
  'another shape': (response) => {
    response.writeHead(200, JSON_TYPE);
    response.end('{"id":[1],"keys":{},"issuer":7,"access_token":5,"token":{},"reference":null}');
  },
  'null of JSON': (response) => {
    response.writeHead(200, JSON_TYPE);
    response.end('null');
  },
  'a body without end': (response) => {
    const more = () => {
      while (!response.destroyed && response.write(CHUNK));
    };
    response.on('drain', more);
    more();
  },
  'a body that unpacks to much': (response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(BOMB);
  },
  'half a body': (response) => {
    response.setHeader('Content-Length', '1000');
    response.write('{"reference"');
    setImmediate(() => response.destroy());
  },
  'half of something packed': (response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.write(BOMB.subarray(0, 100));
    setImmediate(() => response.destroy());
  },
  'a broken connection': (_response, { socket }) => socket.resetAndDestroy(),
  'a redirect to elsewhere': redirect(307, '/elsewhere'),
  'another redirect to elsewhere': redirect(303, '/elsewhere'),
  'a redirect to a file': redirect(302, 'file:///etc/passwd'),
  'a redirect to the machine’s own secrets': redirect(301, 'http://169.254.169.254/metadata'),
  'too many requests, for ever': (response) => {
    response.writeHead(429, { 'Retry-After': '99999999999' });
    response.end('{}');
  },
  'the page of a proxy that finds nothing behind it': page(404),
  'the page of a host whose program is stopped': page(403),
  'a refusal': (response) => {
    response.statusCode = 401;
    response.end('{"error":"invalid_client"}');
  },
};

function page(status: number): Lie {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' });
    response.end('<h1>This web app is stopped.</h1>');
  };
}

function redirect(status: number, location: string): Lie {
  return (response) => {
    response.writeHead(status, { Location: location });
    response.end();
  };
}

/** A server on loopback that lies as it is told, and notes what it was asked for. */
export class LyingServer {
  lie: Lie = (response) => response.end();
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      request.resume();
      this.lie(response, request);
    });
  }

  static async start(): Promise<LyingServer> {
    const liar = new LyingServer();
    await once(liar.#server.listen(0, '127.0.0.1'), 'listening');
    return liar;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was asked for since the last time. */
  takeAsked(): readonly string[] {
    return this.asked.splice(0);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
