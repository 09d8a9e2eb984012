import { Agent, request as open, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FuzzRequest } from './requests';

/** What became of a request: its status, or what happened in its place, and what was said. */
export interface Outcome {
  readonly status: string;
  readonly said: string;
  readonly milliseconds: number;
}

const PATIENCE_MS = 20_000;
/** Whoever sent what is no request hangs up when nothing comes back for so long. */
const SILENCE_MS = 200;

/** Sends requests of the fuzzer to a bot. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  async send(request: FuzzRequest): Promise<Outcome> {
    const started = Date.now();
    const sending = request.bytes === undefined ? this.#ask(request) : this.#write(request.bytes);
    const [status, said] = await sending.catch((error: unknown) => [String(error), ''] as const);
    return { status, said, milliseconds: Date.now() - started };
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask({ method, path, headers, body }: FuzzRequest): Promise<readonly [string, string]> {
    return new Promise((resolve, reject) => {
      const request = open(this.url, {
        ...{ method, path, agent: this.#agent, signal: AbortSignal.timeout(PATIENCE_MS) },
        headers: { ...lengthOf(body, headers), ...headers },
      });
      request.on('upgrade', (_response, socket) => {
        socket.destroy();
        resolve(['101', '']);
      });
      request.on('response', (response: IncomingMessage) => {
        text(response).then((said) => resolve([String(response.statusCode), said]), reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Gives the status of the first answer, `closed` when there is none. */
  #write(bytes: Buffer): Promise<readonly [string, string]> {
    return new Promise((resolve) => {
      const { hostname, port } = new URL(this.url);
      const socket = connect({ host: hostname, port: Number(port), timeout: PATIENCE_MS });
      let said = '';
      const hangUp = setTimeout(() => socket.end(), SILENCE_MS);
      socket.on('data', (chunk: Buffer) => {
        said += chunk.toString('latin1').slice(0, 10_000);
        hangUp.refresh();
      });
      socket.on('timeout', () => socket.destroy());
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(hangUp);
        resolve([/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 'closed', said]);
      });
      socket.write(bytes);
    });
  }
}

/** Node leaves it out where it expects no body, and the body is taken for the next request. */
function lengthOf(body: FuzzRequest['body'], headers: FuzzRequest['headers']) {
  if (body === undefined || 'Transfer-Encoding' in headers) return {};
  return { 'Content-Length': String(Buffer.byteLength(body)) };
}
