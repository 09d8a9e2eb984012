import type { Account } from '../../src/core/account';
import { buildAccount, buildToken, granted } from '../accounts/builders';
import { openChat } from '../support/chat';
import { content } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const NAME = '[Sign in](https://evil.example) <b>*now*</b>';
const ESCAPED = String.raw`\[Sign in\](https://evil.example) \<b\>\*now\*\</b\>`;

/** A chat of somebody whose company and tokens are called what an attacker likes. */
function chatWith(account: Account, locale: string, channelId: string) {
  const entities = [{ type: 'product' as const, value: 'other', text: NAME, start: 0, end: 1 }];
  return openChat({
    ...{ locale, channelId },
    recognizer: fakeRecognizer({
      ours: [sure('account.token')],
      'MPN ID 1234567': [sure('account.token')],
      named: [{ ...sure('account.token'), entities }],
    }),
    accounts: { find: () => Promise.resolve({ status: 'known', account }) },
    identify: () => ({ provider: 'demo', user: 'anna' }),
  });
}

const locales = content.languages.map((language) => content.in.get(language)?.locale ?? language);

describe.each(locales)('names in an account are shown as they are in %s', (locale) => {
  const tokens = granted(...['a', 'b', 'c'].map((id) => buildToken({ id, name: `${NAME} ${id}` })));

  it.each(['webchat', 'msteams', 'sms'])(
    'on %s, where nothing fits and where all do',
    async (channelId) => {
      const { say } = await chatWith(buildAccount({ company: NAME, tokens }), locale, channelId);
      for (const asked of ['named', 'ours']) {
        const said = await say(asked);
        expect(said).toContain(ESCAPED);
        expect(said).not.toContain(NAME);
      }
    },
  );

  it('where another company is asked for', async () => {
    const { say } = await chatWith(buildAccount({ company: NAME }), locale, 'webchat');
    const said = await say('MPN ID 1234567');
    expect(said).toContain(ESCAPED);
    expect(said).not.toContain(NAME);
  });

  it('where a part is kept from the person', async () => {
    const account = { ...buildAccount({ company: NAME }), tokens: { access: 'denied' as const } };
    const said = await (await chatWith(account, locale, 'webchat')).say('ours');
    expect(said).toContain(ESCAPED);
    expect(said).not.toContain(NAME);
  });
});
