// Users that make the sample server misbehave, each in its own way, to see what the bot makes of it.
import { setTimeout as wait } from 'node:timers/promises';

let flakyCalls = 0;
let revisions = 0;

export const troubles = {
  /** Answers, late but in time. */
  async slow({ response, send, account }) {
    await wait(400);
    send(response, 200, account());
  },
  /** Never answers. */
  hanging() {},
  /** Sends half of an answer and then nothing. */
  stalling({ response }) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('{"id":');
  },
  /** Fails every other time. */
  flaky({ response, send, account }) {
    flakyCalls += 1;
    return flakyCalls % 2 === 1 ? send(response, 503, {}) : send(response, 200, account());
  },
  /** Always fails. */
  broken: ({ response, send }) => send(response, 500, { error: 'internal' }),
  /** Breaks the connection. */
  dropping: ({ request }) => request.socket.destroy(),
  /** Wants to be left alone for a minute. */
  busy: ({ response, send }) => send(response, 429, {}, { 'Retry-After': '60' }),
  /** Forgets all access tokens once, and refuses this one. */
  revoking({ response, send, account, forgetTokens }) {
    revisions += 1;
    if (revisions % 2 === 0) return send(response, 200, account());
    forgetTokens();
    return send(response, 401, { error: 'invalid_token' });
  },
  /** Takes no credentials at all. */
  unauthorized: ({ response, send }) => send(response, 401, { error: 'unauthorized' }),
  /** Sends something else than JSON. */
  babbling({ response }) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('<html>Welcome!</html>');
  },
  /** Sends JSON of another shape: a whole product key among it. */
  leaking({ response, send, account }) {
    const { productKeys, ...rest } = account();
    const items = productKeys.items.map((key) => ({ ...key, ending: `ABCDE-FGHIJ-${key.ending}` }));
    send(response, 200, { ...rest, productKeys: { ...productKeys, items } });
  },
  /** Says that nothing has changed to someone who has nothing. */
  'not-modified': ({ response, send }) => send(response, 304, undefined, { ETag: '"old"' }),
  /** Has news each time, whatever the tag. */
  changing({ response, send, account }) {
    revisions += 1;
    send(
      response,
      200,
      { ...account(), company: `Company ${revisions}` },
      { ETag: `"${revisions}"` },
    );
  },
  /** Sends the caller elsewhere. */
  redirecting: ({ response, send }) => send(response, 302, {}, { Location: 'http://127.0.0.1:9/' }),
};
