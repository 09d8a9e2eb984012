import { content } from '../support/content';
import { BROKEN, ticketChats } from './ticket-chats';

describe.each(content.languages)('a question while a ticket is written in %s', (language) => {
  const chats = ticketChats(language);
  const { t, word, question, doubtful, unknown, askTicket, verdict } = chats;
  const { yes, no, open, comeToEmail, sent } = chats;

  it('takes no short reply for a question, and a correction before all is filled in', async () => {
    const { say } = await open();
    await say('person');
    await say(yes);
    await say(BROKEN);
    await say(word('nothing to add', 'inget att tillägga'));
    expect(await say('split')).toBe(t('ticket:unclear.email') + '\n\n' + t('ticket:ask.email'));
    const correction = word(
      'change the subject to: A new key',
      'ändra rubriken till: En ny nyckel',
    );
    expect(await say(correction)).toContain(t('ticket:ask.email'));
    expect(await say('kim@contoso.example')).toContain(word('A new key', 'En ny nyckel'));
  });

  it.each(['details', 'email', 'send'])('answers a question at "%s" and goes on', async (ask) => {
    const chat = await open();
    await chat.say(BROKEN);
    await chat.say(BROKEN);
    await chat.say(yes);
    if (ask !== 'details') await chat.say(t('ticket:choice.nothing'));
    if (ask === 'send') await chat.say('kim@contoso.example');
    const replies = await chat.say(question);
    expect(replies).toContain(verdict);
    expect(replies).not.toContain(t('answer.didThisHelp'));
    expect(replies).toContain(t('ticket:note.back'));
    if (ask === 'details') await chat.say(t('ticket:choice.nothing'));
    if (ask !== 'send') await chat.say('kim@contoso.example');
    expect(await chat.say(yes)).toContain('T-1001');
  });

  it.each([
    ['2', verdict],
    [t('clarify.noneOfThese'), t('ticket:note.noAnswer')],
    [doubtful, t('clarify.which')],
  ])('asks back about a doubtful question, takes "%s", and goes on', async (reply, said) => {
    const chat = await open();
    await comeToEmail(chat);
    const asked = await chat.say(doubtful);
    expect(asked).toContain(t('clarify.which'));
    expect(asked).not.toContain(t('ticket:unclear.email'));
    expect(await chat.say(reply)).toContain(said);
    expect(await chat.say('kim@contoso.example')).toContain(t('ticket:review.ask'));
    await chat.say(yes);
    expect(await sent(chat)).toHaveLength(1);
  });

  it('takes an address or a cancelling for what it is while a question waits for a choice', async () => {
    const chat = await open();
    await comeToEmail(chat);
    await chat.say(doubtful);
    expect(await chat.say('kim@contoso.example')).toContain(t('ticket:review.ask'));
    await chat.say(doubtful);
    expect(await chat.say(word('cancel', 'avbryt'))).toBe(t('ticket:cancelled'));
  });

  it('owns that it has no answer in between, and keeps the question to learn from', async () => {
    const chat = await open();
    await comeToEmail(chat);
    const said = await chat.say(unknown);
    expect(said).toBe(`${t('ticket:note.noAnswer')}\n\n${t('ticket:ask.email')}`);
    const waiting = await chat.desk.unanswered.waiting({ language, limit: 10 });
    expect(waiting).toMatchObject([{ text: unknown, reason: 'missed' }]);
  });

  it('says what the address is for, and that nothing was sent yet', async () => {
    const chat = await open();
    await comeToEmail(chat);
    expect(await chat.say(word('why do you need that?', 'vad ska ni ha den till?'))).toContain(
      t('ticket:note.why'),
    );
    expect(await chat.say(word('when will I get an answer?', 'när får jag svar?'))).toContain(
      t('ticket:note.notSent'),
    );
  });

  it('answers a question that is given as the subject, and takes it as that', async () => {
    const chat = await open();
    await chat.say(askTicket);
    expect(await chat.say(no)).toContain(t('ticket:unclear.subject'));
    const said = await chat.say(question);
    expect(said).toContain(verdict);
    expect(said).toContain(t('ticket:ask.details', { subject: question }));
    await chat.say(doubtful);
    await chat.say('1');
    await chat.say(t('ticket:choice.nothing'));
    await chat.say(t('ticket:choice.withoutEmail'));
    await chat.say(yes);
    const [ticket] = await sent(chat);
    expect(ticket).toMatchObject({
      subject: question,
      packet: { candidates: [{ intent: 'renewal.action-pack' }] },
    });
  });
});
