import { backendOf, movingClock } from '../support-desk/ticket-desk';
import { content } from '../support/content';
import { buttons } from '../support/chat';
import { ticketChats } from './ticket-chats';

const KEY = 'VK7JG-NPHTM-C97JM-9MPGT-3V66T';

describe.each(content.languages)('what is added to a ticket in %s', (language) => {
  const { t, word, yes, open, fillIn } = ticketChats(language);
  const subject = 'Our key \\[product-key\\] is out of activations';
  const number = 'T-1001';

  const openTicket = async (options: Parameters<typeof open>[0] = {}) => {
    const chat = await open(options);
    await fillIn(chat);
    await chat.say(yes);
    const additions = async (ticket = 1001) =>
      (await chat.desk.jobs.additions(ticket)).map(({ text }) => text);
    return { ...chat, additions };
  };

  it('answers a desk that waits: by the button of its message, then in words, without what is private', async () => {
    const { say, desk, adapter, additions } = await openTicket();
    await desk.ticketStore.change(1001, { status: 'waiting', note: 'Which key?' });
    await desk.outbox.deliverDue();
    const [news] = adapter.activeQueue.splice(0);
    expect(news?.text).toContain(`Which key?\n\n${t('ticket:reply.hint', { number })}`);
    const [button = ''] = buttons(news);
    expect(await say(button)).toContain(t('ticket:added.ask', { number, subject }));
    expect(await say(word(`It is ${KEY}, does that help?`, `Det är ${KEY}, hjälper det?`))).toBe(
      t('ticket:added.delivered', { number, subject }),
    );
    expect(await additions()).toEqual([
      word('It is [product-key], does that help?', 'Det är [product-key], hjälper det?'),
    ]);
    expect(await say(number)).toContain(t('ticket:status.in-progress'));
    expect(await say(number)).not.toContain(t('ticket:reply.hint', { number }));
  });

  it('is redacted before it is cut', async () => {
    const { say, additions } = await openTicket();
    const long = `${'seats '.repeat(665)}4111 1111 1111 1111`;
    await say(`T-1001: ${long}`);
    expect((await additions()).join()).toMatch(/seats \[card\]$/);
  });

  it('is taken at any time, in one message, once for each', async () => {
    const clock = movingClock();
    const { say, additions } = await openTicket({ now: clock.now });
    await say('hmm');
    const text = word(
      'add to my ticket: we have 50 seats',
      'lägg till i ärendet: vi har 50 platser',
    );
    expect(await say(text)).toBe(t('ticket:added.delivered', { number, subject }));
    clock.pass(1);
    expect(await say(`${number}: ${word('it is urgent', 'det är bråttom')}`)).toContain(number);
    expect(await additions()).toEqual([
      word('we have 50 seats', 'vi har 50 platser'),
      word('it is urgent', 'det är bråttom'),
    ]);
  });

  it('is not added when the person thinks better of it, or clicks something else', async () => {
    const { say, additions } = await openTicket();
    await say(word('reply to T-1001', 'svara på T-1001'));
    expect(await say(t('ticket:choice.nothing'))).toBe(t('ticket:added.nothing'));
    await say(word('reply to T-1001', 'svara på T-1001'));
    const title = content.in.get(language)?.titles.get('tokens.split')?.question ?? '?';
    expect(await say(title)).toContain(t('answer.didThisHelp'));
    expect(await additions()).toEqual([]);
  });

  it('asks which ticket is meant, and opens a solved one again', async () => {
    const { say, desk, additions } = await openTicket();
    await say(word('open a ticket please', 'lägg upp ett ärende, tack'));
    await say(word('The portal is down', 'Portalen ligger nere'));
    await say(t('ticket:choice.nothing'));
    await say(yes);
    const text = word(
      'add to my ticket that it is urgent',
      'lägg till i ärendet att det är bråttom',
    );
    expect(await say(text)).toContain(t('ticket:added.which'));
    expect(await say('T-1002')).toContain('T-1002');
    expect(await additions(1002)).toEqual([word('it is urgent', 'det är bråttom')]);
    await desk.ticketStore.change(1001, { status: 'solved' });
    const again = await say(`T-1001: ${word('It is back', 'Felet är tillbaka')}`);
    expect(again).toContain(t('ticket:added.reopened'));
    expect(await say('T-1001')).toContain(t('ticket:status.open'));
  });

  it('tells the truth: no such ticket, a desk that is away, nothing saved', async () => {
    const nobody = await open();
    const text = word('add to my ticket: it is urgent', 'lägg till i ärendet: det är bråttom');
    expect(await nobody.say(text)).toContain(t('ticket:status.none'));
    expect(await nobody.say('T-1001: 2019')).toBe(t('ticket:status.noneByNumber', { number }));
    const away = await openTicket({ backend: backendOf(() => Promise.reject(new Error('503'))) });
    expect(await away.say(text)).toBe(t('ticket:added.saved', { number, subject }));
    const { say, database } = await openTicket();
    await database.schema.alterTable('outbox').renameTo('lost').execute();
    expect(await say(text)).toBe(t('ticket:added.failed'));
  });
});
