import { DemoAccountBackend } from '../../../src/accounts/demo-account-backend';
import { channelEmail } from '../../../src/conversation/channel-email';
import { createIdentify } from '../../../src/conversation/identify';
import { openTeams, type TeamsPlace } from '../../support/bot-service/teams-talk';
import { fakeRecognizer, sure } from '../../support/fake-recognizer';

const now = () => new Date('2026-05-20T10:00:00Z');

async function sendTicket(place: TeamsPlace) {
  const talk = await openTeams({
    ...{ place, now, accounts: new DemoAccountBackend(now) },
    recognizer: fakeRecognizer({ person: [sure('support.human')] }),
    identify: createIdentify({ isVerified: true }),
    support: { emailOf: channelEmail },
  });
  for (const text of ['person', 'yes', 'Our token is on the wrong tenant', 'Since Monday'])
    await talk.say(text);
  const [review] = [...talk.connector.shown.values()].slice(-1);
  await talk.say('yes');
  const [ticket] = await talk.house.desk.ticketStore.list({ limit: 1 });
  await talk.close();
  return { review, ticket };
}

describe('a ticket from Teams', () => {
  it('takes the e-mail address from Teams, shows it, and brings the account as the person may see it', async () => {
    const { review, ticket } = await sendTicket('personal');
    expect(review?.text).toContain('anna@fjallberg.example');
    expect(ticket).toMatchObject({
      ...{ email: 'anna@fjallberg.example', channel: 'msteams', details: 'Since Monday' },
      packet: {
        reason: 'asked',
        account: { company: 'Fjällberg IT AB', asOf: now().toISOString() },
      },
    });
    const lines = ticket?.packet.account?.lines.join('\n') ?? '';
    expect(lines).toContain('Action Pack');
    expect(lines).not.toMatch(/[A-Z0-9]{5}(-[A-Z0-9]{5}){4}/);
  });

  it('brings no account from a group, where others read along', async () => {
    const { ticket } = await sendTicket('groupChat');
    expect(ticket?.packet.account).toBeUndefined();
  });
});
