import type { Account } from '../../src/core/account';
import { buildAccount, buildKey, buildToken, granted } from '../accounts/builders';
import { openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

describe.each(content.languages)('what is told of an account in %s', (language) => {
  const t = translator.in(language);
  const word = (en: string, sv: string) => (language === 'sv' ? sv : en);
  const named = word('show the windows key', 'visa windowsnyckeln');
  const follow = word('how many are left?', 'hur många är kvar?');
  const others = word("Please show Fabrikam's tokens", 'Kan du visa Fabrikams token');

  const open = (account: Account) =>
    openChat({
      locale: content.in.get(language)?.locale ?? '',
      recognizer: fakeRecognizer({
        [others]: [sure('account.token')],
        ours: [sure('account.keys')],
        [named]: [sure('account.keys')],
        [follow]: [{ ...sure('account.keys'), followUp: true }],
      }),
      accounts: { find: () => Promise.resolve({ status: 'known', account }) },
      identify: () => ({ provider: 'demo', user: 'anna' }),
    });

  it('is not the own account where another company’s is asked for', async () => {
    const { say } = await open(buildAccount({ tokens: granted(buildToken()) }));
    const said = await say(others);
    expect(said).toContain(t('account:lookup.otherCompany', { company: 'Fjällberg IT AB' }));
    expect(said).not.toContain(buildToken().name);
  });

  it('is about all that were shown last, no longer about the one before them', async () => {
    const productKeys = granted(
      buildKey(),
      buildKey({ id: 'office', name: 'Office 2021', ending: 'M4QTD' }),
    );
    const { say } = await open(buildAccount({ productKeys }));
    await say(named);
    expect(await say(follow)).not.toContain('M4QTD');
    await say('ours');
    const said = await say(follow);
    expect(said).toContain('7XK2P');
    expect(said).toContain('M4QTD');
  });
});
