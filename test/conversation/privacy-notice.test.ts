import { ActivityTypes } from 'botbuilder';
import { openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const recognizer = fakeRecognizer({ who: [sure('service.identity')] });

describe.each(content.languages)('what becomes of people’s words, in %s', (language) => {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';

  it('is told in the first message, with the days of the settings', async () => {
    const { send } = await openChat({ recognizer, locale, privacy: { transcriptDays: 12 } });
    const [welcome] = await send({
      type: ActivityTypes.ConversationUpdate,
      membersAdded: [{ id: 'kim', name: 'Kim' }],
    });
    expect(welcome?.text).toContain(t('welcome.privacy', { count: 12 }));
    expect(welcome?.text).toContain('12');
  });

  it.each([true, false])('is told when asked; Azure is mentioned: %s', async (asksAzure) => {
    const privacy = { transcriptDays: 12, outcomeDays: 90, asksAzure };
    const { say } = await openChat({ recognizer, locale, privacy });
    const answer = await say('who');
    for (const days of ['12', '90']) expect(answer).toContain(days);
    expect(answer.includes('Azure')).toBe(asksAzure);
  });

  it.each(['nowhere', 'mail', 'webhook'] as const)(
    'says where tickets go beside the bot’s own database: %s',
    async (ticketsGo) => {
      const { say } = await openChat({ recognizer, locale, privacy: { ticketsGo } });
      const answer = await say('who');
      for (const place of ['mail', 'webhook'] as const)
        expect(answer.includes(t(`privacy.tickets.${place}`))).toBe(ticketsGo === place);
    },
  );
});
