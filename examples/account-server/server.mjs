// A sample of what the bot's HTTP account backend talks to: docs/account-api.yaml, in plain Node.
// node examples/account-server/server.mjs [port]
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { troubles } from './troubles.mjs';

const { people, accounts } = JSON.parse(readFileSync(new URL('accounts.json', import.meta.url)));
const PARTS = ['memberships', 'tokens', 'productKeys', 'visualStudio', 'licenses'];

// What a real server keeps in a vault.
const API_KEY = 'sample-api-key';
const CLIENT = { id: 'sample-client', secret: 'sample-secret' };
const TOKEN_SECONDS = 3600;
const accessTokens = new Set();

/** When the accounts were read, and so were true. */
const asOf = new Date().toISOString();

function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function issueToken(request, response) {
  let form = '';
  for await (const chunk of request) form += chunk;
  const sent = Object.fromEntries(new URL(`?${form}`, 'http://form').searchParams);
  const isClient = sent.client_id === CLIENT.id && sent.client_secret === CLIENT.secret;
  if (sent.grant_type !== 'client_credentials' || !isClient) {
    return send(response, 401, { error: 'invalid_client' });
  }
  const token = randomUUID();
  accessTokens.add(token);
  send(response, 200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS });
}

function isAllowed({ headers }) {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return headers['x-api-key'] === API_KEY || accessTokens.has(bearer);
}

/** The account as the person may see it: a part that they may not see says so, and holds nothing. */
function accountFor({ account: id, sees }) {
  const { company, timeZone, ...held } = accounts[id];
  const part = (name) =>
    sees.includes(name) ? { access: 'granted', asOf, items: held[name] } : { access: 'denied' };
  return { id, company, timeZone, ...Object.fromEntries(PARTS.map((name) => [name, part(name)])) };
}

function answer(request, response, query) {
  const person = people.find(
    ({ provider, tenant, issuer, user }) =>
      provider === query.get('provider') &&
      user === query.get('user') &&
      (tenant ?? issuer) === query.get(provider === 'entra' ? 'tenant' : 'issuer'),
  );
  if (person === undefined) return send(response, 404, { error: 'unknown' });
  if (person.sees.length === 0) return send(response, 403, { error: 'forbidden' });
  const account = accountFor(person);
  const etag = `"${createHash('sha256').update(JSON.stringify(account)).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag)
    return send(response, 304, undefined, { ETag: etag });
  send(response, 200, account, { ETag: etag });
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams: query } = new URL(request.url, 'http://server');
  console.log(`${request.method} ${pathname} ${query.get('user') ?? ''}`);
  if (request.method === 'POST' && pathname === '/oauth/token')
    return issueToken(request, response);
  if (request.method !== 'GET' || pathname !== '/v1/account') return send(response, 404, {});
  if (!isAllowed(request)) return send(response, 401, { error: 'unauthorized' });
  const trouble = troubles[query.get('user')];
  if (trouble === undefined) return answer(request, response, query);
  const ada = () => accountFor(people[0]);
  return trouble({
    request,
    response,
    send,
    account: ada,
    forgetTokens: () => accessTokens.clear(),
  });
});

server.listen(Number(process.argv[2] ?? 4280), '127.0.0.1', () =>
  console.log(`listening on http://127.0.0.1:${server.address().port}`),
);
