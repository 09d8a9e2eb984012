import { sql } from 'kysely';
import { personKeyOf } from '../../../src/core/person-key';
import type { Ticket } from '../../../src/core/ticket';
import { openDatabase } from '../../../src/storage/database';
import { openTeams } from '../../support/bot-service/teams-talk';
import { fakeRecognizer, sure } from '../../support/fake-recognizer';

const recognizer = fakeRecognizer({ split: [sure('tokens.split')] });
const person = personKeyOf('msteams', '29:anna');
const change = { status: 'solved' } as const;

/** A ticket that was sent from a place where the bot can't be reached any more. */
function ticketIn(language: string, serviceUrl: string): Ticket {
  return {
    ...{ key: 'k', subject: 'Token', details: '', language, channel: 'msteams', person },
    ...{ number: 1042, status: 'open', createdAt: '', updatedAt: '' },
    packet: {
      ...{ reason: 'asked', transcript: [], candidates: [] },
      ...{ contentVersion: '1', redactedBy: 'local' },
    },
    reference: JSON.stringify({
      ...{ channelId: 'msteams', serviceUrl, user: { id: '29:anna' }, bot: { id: '28:bot' } },
      conversation: { id: 'a:old', conversationType: 'personal' },
    }),
  };
}

describe('news of a ticket', () => {
  it.each([
    ['sv', 'har markerats som löst'],
    ['en', 'has been marked as solved'],
  ])(
    'reach the person in %s where they wrote last, also after a restart',
    async (language, words) => {
      const database = await openDatabase('file::memory:');
      const first = await openTeams({ recognizer, database });
      await first.say('split');
      await first.close();
      const { house, connector, close } = await openTeams({ recognizer, database });
      // The connector has another port now, as a region of Teams may have another address.
      await database
        .updateTable('conversation_reference')
        .set({ reference: sql`replace(reference, ${first.connector.url}, ${connector.url})` })
        .execute();
      await house.notifier.notify(ticketIn(language, connector.url), change);
      expect([...connector.shown.values()]).toMatchObject([{ locale: language }]);
      expect([...connector.shown.values()][0]?.text).toContain(words);
      expect(connector.calls.at(-1)?.path).toMatch('/v3/conversations/a:personal/');
      await close();
    },
  );

  it.each([403, 404])('are dropped after %i, and the person is forgotten', async (status) => {
    const { say, house, connector, references, close } = await openTeams({ recognizer });
    await say('split');
    expect(await references.find(person)).toBeDefined();
    connector.suffer({ status });
    await house.notifier.notify(ticketIn('en', connector.url), change);
    expect(await references.find(person)).toBeUndefined();
    await close();
  });

  it('are tried later when the connector has no time', async () => {
    const { say, house, connector, references, close } = await openTeams({ recognizer });
    await say('split');
    connector.suffer({ status: 429, retryAfter: 3600 });
    await expect(house.notifier.notify(ticketIn('en', connector.url), change)).rejects.toThrow();
    expect(await references.find(person)).toBeDefined();
    await close();
  });

  it('forgets who removes the bot, and keeps no reference to groups', async () => {
    const { say, send, references, close } = await openTeams({ recognizer });
    await say('split');
    await send({ type: 'installationUpdate', action: 'remove' });
    expect(await references.find(person)).toBeUndefined();
    await close();
    const group = await openTeams({ recognizer, place: 'groupChat' });
    await group.say('split');
    expect(await group.references.find(person)).toBeUndefined();
    await group.close();
  });
});
