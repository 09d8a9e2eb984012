import { TestAdapter, TurnContext } from 'botbuilder';
import { channelEmail } from '../../src/conversation/channel-email';
import { VISITOR, type Visitor } from '../../src/core/visitor';

function contextOn(channelId: string, visitor?: Visitor): TurnContext {
  const context = new TurnContext(new TestAdapter(() => Promise.resolve()), {
    ...{ type: 'message', channelId, from: { id: 'p', name: '' } },
    conversation: { id: 'c', isGroup: false, conversationType: 'personal', name: '' },
  });
  if (visitor !== undefined) context.turnState.set(VISITOR, visitor);
  return context;
}

describe('the e-mail address that a channel vouches for', () => {
  const visitor = { subject: 's', issuer: 'https://contoso.example', email: 'kim@contoso.example' };

  it('is that of a visitor whom the host site has signed in', async () => {
    expect(await channelEmail(contextOn('webchat', visitor))).toBe('kim@contoso.example');
  });

  it.each(['kim@contoso.example, all@evil.example', 'Kim <kim@contoso.example>', 'kim', ''])(
    'is no text such as %j that is more or less than one',
    async (email) => {
      expect(await channelEmail(contextOn('webchat', { ...visitor, email }))).toBeUndefined();
    },
  );

  it('is not known of an anonymous one, nor where Teams cannot be asked', async () => {
    expect(await channelEmail(contextOn('webchat'))).toBeUndefined();
    expect(await channelEmail(contextOn('msteams'))).toBeUndefined();
  });
});
