import { z } from 'zod';
import { createAccountBackend } from '../../src/accounts/create-account-backend';
import { openAccountHouse, vouch } from '../support/account-house';
import { startServer, type TestServer } from './test-server';

const SECRET = 'azure-secret-of-thirty-two-characters';
const QUESTION = 'How many activations are left on our key?';

/** A service that speaks Direct Line 3.0 and wants the secret, as Azure's does. */
let azure: TestServer;
let house: Awaited<ReturnType<typeof openAccountHouse>>;
beforeAll(async () => {
  azure = await startServer({ directLineApiSecret: SECRET });
  const accounts = createAccountBackend({ kind: 'demo' }, { fetch, now: () => new Date() });
  house = await openAccountHouse(accounts, {
    DIRECT_LINE_SECRET: SECRET,
    DIRECT_LINE_ENDPOINT: `${azure.url}/v3/directline`,
  });
});
afterAll(() => Promise.all([house.close(), azure.close()]));

const grant = z.object({ conversationId: z.string(), user: z.string(), resume: z.string() });

async function exchange(body: object) {
  return grant.parse(await house.call('/webchat/token', body));
}

/** Asks as a user of a conversation: what Azure delivers for whoever holds that token. */
function ask({ conversationId, user }: { conversationId: string; user: string }): Promise<string> {
  const conversation = { id: conversationId };
  return house.deliver({
    ...{ channelId: 'directline', conversation, from: { id: user }, text: QUESTION, locale: 'en' },
  });
}

describe("a visitor whose chat goes through Azure's Direct Line", () => {
  it('is known by the user id that was made up for them, and after resuming', async () => {
    const seat = await exchange({ visitor: await vouch('anna') });
    expect(seat.user).toMatch(/^dl_[0-9a-f-]{36}$/);
    expect(await ask(seat)).toContain('7XK2P');
    await azure.directLine.accessToken({ conv: seat.conversationId, user: seat.user });
    const again = await exchange({ visitor: await vouch('anna'), resume: seat.resume });
    expect(await ask(again)).toContain('7XK2P');
  });

  it('is nobody without a token of the site, in another conversation or on another channel', async () => {
    const seat = await exchange({ visitor: await vouch('anna') });
    const anonymous = await exchange({});
    const seats = [
      anonymous,
      { ...seat, conversationId: anonymous.conversationId },
      { ...seat, user: anonymous.user },
      { ...seat, user: 'anna' },
    ];
    for (const wrong of seats)
      expect(await ask(wrong)).toMatch(/aren't signed in|^Without signing in/m);
    const elsewhere = await house.deliver({
      ...{ channelId: 'webchat', from: { id: seat.user }, text: QUESTION, locale: 'en' },
      conversation: { id: seat.conversationId },
    });
    expect(elsewhere).toMatch(/aren't signed in|^Without signing in/m);
  });

  it('is nobody any more after signing out', async () => {
    const seat = await exchange({ visitor: await vouch('anna') });
    const out = await exchange({ resume: seat.resume });
    expect(out.conversationId).not.toBe(seat.conversationId);
    expect(await ask(out)).toMatch(/aren't signed in|^Without signing in/m);
  });
});
