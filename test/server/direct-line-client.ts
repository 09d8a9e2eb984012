import { ConnectionStatus, DirectLine, type Activity } from 'botframework-directlinejs';
import type { AjaxRequest } from 'rxjs/observable/dom/AjaxObservable';
import { fromPromise } from 'rxjs/observable/fromPromise';
import WebSocket from 'ws';

// Node 20 has none of its own, and without one the client falls back to polling.
Object.assign(globalThis, { WebSocket });

/** What a real client has been told, and its means to answer. */
export interface Client {
  readonly seen: readonly Activity[];
  /** Texts of the messages seen, with `>` before the user's own. */
  readonly texts: readonly string[];
  say(text: string, channelData?: object): Promise<string>;
  post(activity: Activity): Promise<string>;
  /** Loses its connections without a word, as a machine that falls asleep does. */
  sleep(): void;
  /** Resolves when the client has given up its token. */
  expires(): Promise<void>;
  /** Resolves when a message with that text was seen. */
  hears(text: string): Promise<void>;
  end(): void;
}

export interface ClientOptions {
  readonly url: string;
  readonly token: string;
  readonly webSocket: boolean;
  readonly conversationId?: string;
}

/** Connects botframework-directlinejs as it is, with Node's own ways to the network. */
export function connect({ url, ...options }: ClientOptions): Client {
  const sockets: WebSocket[] = [];
  const directLine = new DirectLine({
    ...options,
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
    ajax: ((request: AjaxRequest) => fromPromise(ask(request))) as never,
    WebSocket: class extends WebSocket {
      constructor(address: string) {
        super(address);
        // A browser's socket tells of an error and never throws it.
        this.on('error', () => undefined);
        sockets.push(this);
      }
    } as never,
    random: () => 0,
  });
  const seen: Activity[] = [];
  const subscription = directLine.activity$.subscribe({
    next: (activity) => seen.push(activity),
    error: () => undefined,
  });
  const texts = () =>
    seen.flatMap((activity) =>
      activity.type === 'message'
        ? [`${activity.from.role === 'user' ? '>' : ''}${activity.text ?? ''}`]
        : [],
    );
  const post = (activity: Activity) => directLine.postActivity(activity).toPromise();
  return {
    seen,
    get texts() {
      return texts();
    },
    post,
    say: (text, channelData) => post({ type: 'message', text, from: { id: 'me' }, channelData }),
    hears: (text) => until(() => texts().includes(text), `hear "${text}"`),
    sleep: () => sockets.forEach((socket) => socket.terminate()),
    expires: () =>
      until(
        () => directLine.connectionStatus$.getValue() === ConnectionStatus.ExpiredToken,
        'expire',
      ),
    end() {
      subscription.unsubscribe();
      directLine.end();
    },
  };
}

/** Resolves when a condition holds; rejects after a while. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 45_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain to ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function ask({ url, method, headers, body }: AjaxRequest): Promise<object> {
  const response = await fetch(url ?? '', {
    method: method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const xhr = { getResponseHeader: (name: string) => response.headers.get(name) };
  const content: unknown = await response.json();
  const answer = { status: response.status, response: content, xhr };
  if (response.ok) return answer;
  throw Object.assign(new Error(`HTTP ${response.status}`), answer);
}
