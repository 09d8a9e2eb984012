import WebSocket from 'ws';
import { call, visitorToken, type Answer, type Call, type VisitorToken } from './call';
import { startServer, type TestServer } from './test-server';

const SECRET = 'a-secret-of-thirty-two-characters';
const ROOT = '/v3/directline';

let server: TestServer;
let now = new Date('2026-11-22T12:00:00Z');
beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  server = await startServer({ now: () => now });
});
afterEach(() => server.close());

async function begin(body: object = {}): Promise<VisitorToken> {
  const visitor = await visitorToken(server, body);
  await call(server, `${ROOT}/conversations`, { method: 'POST', token: visitor.token });
  return visitor;
}

const say = (text: string): Call => ({ method: 'POST', body: { type: 'message', text } });

/** Opens a stream; gives what the server said first, or the status with which it refused. */
async function openStream(path: string): Promise<string | number> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`);
  return new Promise((resolve, reject) => {
    socket.once('message', (data: Buffer) => {
      socket.close();
      resolve(data.toString());
    });
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', reject);
  });
}

async function streamUrl({ conversationId, token }: VisitorToken): Promise<URL> {
  const answer = await call(server, `${ROOT}/conversations/${conversationId}`, { token });
  return new URL(String(answer.body['streamUrl']));
}

describe('a conversation', () => {
  const endpoints: readonly (readonly [string, (id: string) => readonly [string, Call]])[] = [
    ['reconnect', (id) => [`${ROOT}/conversations/${id}`, {}]],
    ['read', (id) => [`${ROOT}/conversations/${id}/activities`, {}]],
    ['send', (id) => [`${ROOT}/conversations/${id}/activities`, say('hello')]],
    ['upload', (id) => [`${ROOT}/conversations/${id}/upload`, { method: 'POST' }]],
  ];

  it.each(endpoints)("can't be used with another's token: %s", async (_name, request) => {
    const mine = await begin();
    const theirs = await begin();
    const [path, options] = request(mine.conversationId);
    expect(await call(server, path, { ...options, token: theirs.token })).toMatchObject({
      status: 403,
      body: { error: { code: 'ForeignConversation' } },
    });
    expect((await call(server, path, options)).status).toBe(401);
    expect((await call(server, path, { ...options, token: mine.resume })).status).toBe(401);
    expect((await call(server, path, { ...options, token: `${mine.token}x` })).status).toBe(401);
    const { body } = await call(server, `${ROOT}/conversations/${mine.conversationId}/activities`, {
      token: mine.token,
    });
    expect(JSON.stringify(body)).not.toContain('hello');
  });

  it("can't be streamed with another's token, with an access token, or twice as long as granted", async () => {
    const mine = await begin();
    const theirs = await begin();
    const own = await streamUrl(mine);
    const foreign = await streamUrl(theirs);
    expect(await openStream(`${own.pathname}?t=${foreign.searchParams.get('t')}`)).toBe(403);
    expect(await openStream(`${own.pathname}?t=${mine.token}`)).toBe(401);
    expect(await openStream(own.pathname)).toBe(401);
    expect(await openStream(`${own.pathname}${own.search}`)).toContain('welcome');
    now = new Date(now.getTime() + 61_000);
    expect(await openStream(`${own.pathname}${own.search}`)).toBe(403);
  });

  it("is refreshed for its own token alone, and another's token begins another's", async () => {
    const mine = await begin();
    const theirs = await begin();
    const refresh: Call = { method: 'POST', token: theirs.token };
    const refreshed = await call(server, `${ROOT}/tokens/refresh`, refresh);
    expect(refreshed.body['conversationId']).toBe(theirs.conversationId);
    const begun = await call(server, `${ROOT}/conversations`, refresh);
    expect(begun).toMatchObject({ status: 200, body: { conversationId: theirs.conversationId } });
    expect(mine.conversationId).not.toBe(theirs.conversationId);
  });

  it('is kept by no cache, nor are the tokens to it', async () => {
    const { token, conversationId } = await begin();
    const post: Call = { method: 'POST', token };
    const requests: readonly (readonly [string, Call])[] = [
      ...endpoints.slice(0, 3).map(([, request]) => request(conversationId)),
      [`${ROOT}/conversations`, post],
      [`${ROOT}/tokens/refresh`, post],
      [`${ROOT}/tokens/generate`, { method: 'POST' }],
      ['/webchat/token', { method: 'POST', body: {} }],
    ];
    for (const [path, options] of requests) {
      const { status, headers } = await call(server, path, { token, ...options });
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
  });

  it('takes the user from the token, whatever a message says', async () => {
    const { token, conversationId, user } = await begin();
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    const body = { type: 'message', text: 'hi', from: { id: 'bot', role: 'bot' }, id: 'mine' };
    await call(server, path, { method: 'POST', token, body });
    const read = await call(server, path, { token });
    expect(read.body['activities']).toContainEqual(
      expect.objectContaining({ text: 'hi', from: { id: user, name: '', role: 'user' } }),
    );
    expect(JSON.stringify(read.body)).not.toContain('"mine"');
  });

  it('is not there when nobody began it', async () => {
    const { token, conversationId } = await visitorToken(server);
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    expect((await call(server, path, { token })).status).toBe(404);
  });
});

describe('tokens', () => {
  it('expire after half an hour unless they are refreshed', async () => {
    const { token, conversationId } = await begin();
    now = new Date(now.getTime() + 29 * 60_000);
    const refresh = await call(server, `${ROOT}/tokens/refresh`, { method: 'POST', token });
    now = new Date(now.getTime() + 2 * 60_000);
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    expect(await call(server, path, { token })).toMatchObject({
      status: 403,
      body: { error: { code: 'TokenExpired' } },
    });
    expect((await call(server, path, { token: String(refresh.body['token']) })).status).toBe(200);
    const late = await call(server, `${ROOT}/tokens/refresh`, { method: 'POST', token });
    expect(late.status).toBe(403);
  });

  it('are given anew to a browser that comes back days later', async () => {
    const { resume, conversationId } = await begin();
    now = new Date(now.getTime() + 48 * 3_600_000);
    expect(await visitorToken(server, { resume })).toMatchObject({ conversationId });
  });

  it('are not given for a resume token that is no good: then a new conversation begins', async () => {
    const { token, conversationId } = await begin();
    for (const resume of [token, 'nonsense', ''])
      expect(await visitorToken(server, { resume })).not.toMatchObject({ conversationId });
  });
});

describe('the secret', () => {
  beforeEach(async () => {
    await server.close();
    server = await startServer({ directLineApiSecret: SECRET });
  });

  it('lets a server speak for a user it names, and read every conversation', async () => {
    const body = { user: { id: 'partner-7' }, locale: 'sv-SE' };
    const generated = await call(server, `${ROOT}/tokens/generate`, {
      ...{ method: 'POST', token: SECRET, body },
    });
    const token = String(generated.body['token']);
    const begun = await call(server, `${ROOT}/conversations`, { method: 'POST', token });
    expect(begun.status).toBe(201);
    const path = `${ROOT}/conversations/${String(begun.body['conversationId'])}/activities`;
    await call(server, path, { ...say('hi'), token: SECRET });
    const { body: read } = await call(server, path, { token: SECRET });
    expect(JSON.stringify(read)).toContain('partner-7');
  });

  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['another secret', 'x'.repeat(32)],
  ])('is needed: %s is refused', async (_what, token) => {
    for (const path of [`${ROOT}/tokens/generate`, `${ROOT}/conversations`])
      expect((await call(server, path, { method: 'POST', token })).status).toBe(401);
  });
});

describe('what is too much', () => {
  async function messages(count: number, { conversationId, token }: VisitorToken) {
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    const answers: Answer[] = [];
    for (let index = 0; index < count; index += 1)
      answers.push(await call(server, path, { ...say(`${index}`), token }));
    return answers;
  }

  it('is shown back cut when it is a long text of the person, and whole when it is of the bot', async () => {
    const { token, conversationId } = await begin();
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    await call(server, path, { ...say('å'.repeat(5000)), token });
    await server.directLine.close();
    const { body } = await call(server, path, { token });
    expect(body['activities']).toContainEqual(
      expect.objectContaining({ text: `${'å'.repeat(1000)}…` }),
    );
    expect(body['activities']).toContainEqual(
      expect.objectContaining({ text: `echo ${'å'.repeat(5000)}` }),
    );
  });

  it.each([
    ['en-GB', /^That message is too long to send/],
    ['sv-SE', /^Det meddelandet är för långt/],
  ])(
    'is refused when a body is larger than 64 kB, in words of the chat in %s',
    async (locale, words) => {
      const { token, conversationId } = await begin({ locale });
      const path = `${ROOT}/conversations/${conversationId}/activities`;
      const long = say('x'.repeat(70_000));
      expect((await call(server, path, { ...long, token })).status).toBe(413);
      expect((await call(server, path, long)).status).toBe(401);
      const { body } = await call(server, path, { token });
      const texts = (body['activities'] as { text?: string }[]).map(({ text = '' }) => text);
      expect(texts.filter((text) => words.test(text))).toHaveLength(1);
    },
  );

  it('is refused for a while when messages come too fast, and says for how long', async () => {
    await server.close();
    server = await startServer({
      limits: { messagesPerConversation: { points: 2, seconds: 60 } },
    });
    const [, , third] = await messages(3, await begin());
    expect(third).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
    expect(Number(third?.headers.get('retry-after'))).toBeGreaterThan(0);
    const [other] = await messages(1, await begin());
    expect(other?.status).toBe(200);
  });

  it('is refused when an address holds too many streams, until one is closed', async () => {
    await server.close();
    server = await startServer({ limits: { streamsPerAddress: 1 } });
    const { href } = await streamUrl(await begin());
    const held = new WebSocket(href);
    await new Promise((resolve) => held.once('open', resolve));
    const { pathname, search } = await streamUrl(await begin());
    expect(await openStream(pathname + search)).toBe(429);
    held.close();
    let opened: string | number = 429;
    while (opened === 429) opened = await openStream(pathname + search);
    expect(opened).toContain('welcome');
  });

  it('is forgotten when a conversation has been idle for long', async () => {
    const { token, conversationId } = await begin();
    now = new Date(now.getTime() + 73 * 3_600_000);
    expect(await server.directLine.expire()).toBe(1);
    expect(await server.directLine.expire()).toBe(0);
    await expect(server.directLine.find(conversationId)).rejects.toMatchObject({
      code: 'ConversationNotFound',
    });
    expect(token).not.toBe('');
  });
});

describe('what a client sends', () => {
  it.each<[string, unknown]>([
    ['no type', { text: 'x' }],
    ['an empty type', { type: '' }],
    ['a text that is none', { type: 'message', text: 7 }],
    ['a list', []],
  ])('is refused with %s, and the next message is answered', async (_what, body) => {
    const { token, conversationId } = await begin();
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    expect(await call(server, path, { method: 'POST', token, body })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadArgument' } },
    });
    expect((await call(server, path, { ...say('hi'), token })).status).toBe(200);
  });

  it('may be of a type that nobody knows', async () => {
    const { token, conversationId } = await begin();
    const path = `${ROOT}/conversations/${conversationId}/activities`;
    const sent = await call(server, path, { method: 'POST', token, body: { type: 'wave' } });
    expect(sent.status).toBe(200);
  });

  it.each([
    ['en-GB', /^I can't open files/],
    ['sv-SE', /^Jag kan inte öppna filer/],
  ])('is refused in the language %s when it is a file', async (locale, words) => {
    const { token, conversationId } = await begin({ locale });
    const conversation = `${ROOT}/conversations/${conversationId}`;
    const refused = await call(server, `${conversation}/upload`, { method: 'POST', token });
    expect(refused.status).toBe(415);
    const { body } = await call(server, `${conversation}/activities`, { token });
    const { text } = (body['activities'] as { text: string }[]).at(-1) ?? { text: '' };
    expect(text).toMatch(words);
    expect(refused.body).toMatchObject({ error: { message: text } });
  });

  it('may not be a watermark that was never given out', async () => {
    const { token, conversationId } = await begin();
    const path = `${ROOT}/conversations/${conversationId}/activities?watermark=x`;
    expect((await call(server, path, { token })).status).toBe(400);
  });
});
