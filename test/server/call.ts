import type { TestServer } from './test-server';

/** An answer of the server: status, headers and parsed body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'OPTIONS';
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the server as any HTTP client would. */
export async function call(
  server: Pick<TestServer, 'url'>,
  path: string,
  options: Call = {},
): Promise<Answer> {
  const { method = 'GET', token, body, headers } = options;
  const response = await fetch(`${server.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

/** A visitor's token with the names that the chat page uses. */
export interface VisitorToken {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
  readonly user: string;
}

/** Gets a token as the chat page does. */
export async function visitorToken(
  server: Pick<TestServer, 'url'>,
  body: object = {},
): Promise<VisitorToken> {
  const answer = await call(server, '/webchat/token', { method: 'POST', body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as unknown as VisitorToken;
}
