import { ActivityTypes } from 'botbuilder';
import { parseOpeningSpans } from '../../src/core/opening-hours';
import type { TicketBackend } from '../../src/support/tickets/ticket-backend';
import { buttons, openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';

const BROKEN = 'Our key VK7JG-NPHTM-C97JM-9MPGT-3V66T is out of activations';
const down: TicketBackend = { name: 'down', deliver: () => Promise.reject(new Error('503')) };

describe.each(content.languages)('a ticket in %s', (language) => {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';
  const word = (en: string, sv: string) => (language === 'sv' ? sv : en);
  const question = word('how long is the window?', 'hur långt är fönstret?');
  const askTicket = word('open a ticket please', 'lägg upp ett ärende, tack');
  const recognizer = fakeRecognizer({
    split: [sure('tokens.split')],
    person: [sure('support.human')],
    'my ticket, what about it': [sure('support.human')],
    'vad händer med mitt ärende egentligen': [sure('support.human')],
    [askTicket]: [sure('support.human')],
    [question]: [sure('renewal.action-pack')],
    hmm: [unsure('keys.more', 'keys.required')],
  });
  const verdict = content.in.get(language)?.answers.get('renewal.action-pack')?.verdict ?? '';
  const yes = word('yes', 'ja');
  const no = word('no', 'nej');
  const open = (options: Partial<Parameters<typeof openChat>[0]> = {}) =>
    openChat({ recognizer, locale, ...options });
  type Chat = Awaited<ReturnType<typeof openChat>>;

  /** From two misses to the ticket as it is shown. */
  const fillIn = async ({ say }: Chat) => {
    await say(BROKEN);
    await say(BROKEN);
    await say(yes);
    await say(word('We reinstalled on Monday', 'Vi installerade om i måndags'));
    return say('kim@contoso.example');
  };
  const sent = async ({ desk }: Chat) => desk.ticketStore.list({ limit: 10 });

  it('is offered after two misses, asks only what is missing, shows it and is sent on yes', async () => {
    const chat = await open();
    expect(await chat.say(BROKEN)).toContain(t('fallback.first'));
    const [offer] = await chat.send({ text: BROKEN });
    expect(offer?.text).toContain(t('ticket:offer.missed'));
    expect(buttons(offer)).toEqual([t('ticket:offer.yes'), t('ticket:offer.no')]);
    const details = await chat.say(yes);
    expect(details).toContain(word('activations', 'activations'));
    expect(details).not.toContain('VK7JG');
    expect(await chat.say(word('We reinstalled', 'Vi installerade om'))).toBe(
      t('ticket:ask.email'),
    );
    const review = await chat.say('kim@contoso.example');
    expect(review).toContain('kim@contoso.example');
    expect(review).toContain(t('ticket:review.ask'));
    expect(await sent(chat)).toEqual([]);
    expect(await chat.say(yes)).toContain(t('ticket:sent.delivered', { number: 'T-1001' }));
    const [ticket] = await sent(chat);
    expect(ticket).toMatchObject({
      subject: 'Our key [product-key] is out of activations',
      details: word('We reinstalled', 'Vi installerade om'),
      email: 'kim@contoso.example',
      packet: { reason: 'missed', contentVersion: 'test' },
      ...{ language, channel: 'webchat', status: 'open' },
    });
    expect(JSON.stringify(ticket?.packet)).not.toContain('VK7JG');
    expect(ticket?.packet.transcript.map(({ from }) => from).slice(0, 2)).toEqual([
      'person',
      'bot',
    ]);
  });

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

  it('is sent once on a double yes and a double click', async () => {
    const chat = await open();
    await fillIn(chat);
    const [first, second] = await Promise.all([chat.say(yes), chat.say(yes)]);
    expect(`${first}${second}`).toContain('T-1001');
    expect(await chat.say(t('ticket:choice.send'))).not.toContain('T-1002');
    expect(await sent(chat)).toHaveLength(1);
  });

  it('tells the second yes that it is sent already', async () => {
    const chat = await open();
    await fillIn(chat);
    await chat.say(yes);
    expect(await chat.say(yes)).toBe(t('ticket:sent.again', { number: 'T-1001' }));
  });

  it('tells the truth when the desk does not answer', async () => {
    const chat = await open({ backend: down });
    await fillIn(chat);
    expect(await chat.say(yes)).toContain(t('ticket:sent.saved', { number: 'T-1001' }));
    expect(await chat.say('T-1001')).toContain(t('ticket:status.notDelivered'));
  });

  it('says so, and keeps the ticket, when it can not be saved', async () => {
    const failing = {
      send: () => Promise.reject(new Error('full')),
      find: () => Promise.resolve(undefined),
    };
    const chat = await open({ support: { tickets: failing } });
    await fillIn(chat);
    expect(await chat.say(yes)).toBe(t('ticket:sent.failed'));
    expect(await chat.say(yes)).toBe(t('ticket:sent.failed'));
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
    word('no wait, cancel', 'nej vänta, avbryt'),
    word('cancel', 'avbryt'),
    t('ticket:choice.cancel'),
    word("don't send it", 'skicka inte'),
    '3',
  ])('is cancelled by "%s", and nothing was sent', async (text) => {
    const chat = await open();
    await fillIn(chat);
    expect(await chat.say(text)).toBe(t('ticket:cancelled'));
    expect(await sent(chat)).toEqual([]);
    expect(await chat.say('split')).toContain(t('answer.didThisHelp'));
  });

  it('is corrected by words, by choosing and by a new address', async () => {
    const chat = await open();
    await fillIn(chat);
    const renamed = await chat.say(
      word(
        'no, change the subject to Office key used up',
        'nej, ändra rubriken till Officenyckeln är slut',
      ),
    );
    expect(renamed).toContain(t('ticket:note.changed'));
    expect(renamed).toContain(word('Office key used up', 'Officenyckeln är slut'));
    expect(
      await chat.say(word('actually use lee@contoso.example', 'ta lee@contoso.example')),
    ).toContain('lee@');
    expect(await chat.say(no)).toContain(t('ticket:ask.field'));
    expect(await chat.say(t('ticket:choice.details'))).toContain(t('ticket:ask.newDetails'));
    expect(await chat.say(word('It is urgent', 'Det är bråttom'))).toContain(
      t('ticket:review.ask'),
    );
    await chat.say(yes);
    expect((await sent(chat))[0]).toMatchObject({
      subject: word('Office key used up', 'Officenyckeln är slut'),
      details: word('It is urgent', 'Det är bråttom'),
      email: 'lee@contoso.example',
    });
  });

  it('takes a sentence at the end as an addition, and shows it', async () => {
    const chat = await open();
    await fillIn(chat);
    const text = word('also we have fifty seats', 'dessutom har vi femtio platser');
    const review = await chat.say(text);
    expect(review).toContain(t('ticket:note.added'));
    expect(review).toContain(text);
    expect(await chat.say('xyz')).toContain(t('ticket:unclear.send'));
  });

  it('goes without e-mail, and does not ask for one that is known', async () => {
    const without = await open();
    await without.say(BROKEN);
    await without.say(BROKEN);
    await without.say(yes);
    await without.say(t('ticket:choice.nothing'));
    expect(await without.say('kim at contoso')).toContain(t('ticket:unclear.email'));
    expect(await without.say(t('ticket:choice.withoutEmail'))).toContain(
      t('ticket:review.noEmail'),
    );
    const known = await open({
      support: { emailOf: () => Promise.resolve('kim@contoso.example') },
    });
    await known.say(askTicket);
    await known.say(BROKEN);
    expect(await known.say(t('ticket:choice.nothing'))).toContain('kim@contoso.example');
  });

  it('asks what it is about when nothing was asked before', async () => {
    const chat = await open();
    expect(await chat.say(askTicket)).toBe(t('ticket:ask.subject'));
    expect(await chat.say(BROKEN)).toContain('product-key');
  });

  it('is offered to who asks for a person, and may be declined', async () => {
    const chat = await open();
    expect(await chat.say('person')).toContain(t('ticket:offer.asked'));
    expect(await chat.say(no)).toBe(t('ticket:offer.declined'));
  });

  it('is offered when an answer did not help, and dropped when it helped after all', async () => {
    const chat = await open();
    await chat.say('split');
    expect(await chat.say(t('feedback.no'))).toContain(t('ticket:offer.unhelpful'));
    await chat.say(t('ticket:offer.yes'));
    expect(await chat.say(word('that solved it', 'det löste sig'))).toContain(t('ticket:ask.drop'));
    expect(await chat.say(yes)).toBe(t('ticket:cancelled'));
    expect(await sent(chat)).toEqual([]);
  });

  it('tells the status of the own ticket, by number and by "my ticket?"', async () => {
    const chat = await open();
    expect(await chat.say(word('my ticket?', 'mitt ärende?'))).toContain(t('ticket:status.none'));
    await fillIn(chat);
    await chat.say(yes);
    await chat.desk.ticketStore.change(1001, { status: 'in-progress' });
    for (const text of [
      word('my ticket?', 'mitt ärende?'),
      word('How is T-1001 going?', 'Hur går det med T-1001?'),
      word('my ticket, what about it', 'vad händer med mitt ärende egentligen'),
    ])
      expect(await chat.say(text)).toContain(t('ticket:status.in-progress'));
    expect(await chat.say('T-9999?')).toBe(t('ticket:status.noneByNumber', { number: 'T-9999' }));
  });

  it('says when the desk opens, but only while it is closed', async () => {
    const openingHours = {
      spans: parseOpeningSpans('Mon-Fri 08:00-17:00'),
      ...{ holidays: ['2026-05-25'], timeZone: 'Europe/Stockholm' },
    };
    const said = async (now: string) => {
      const chat = await open({ now: () => new Date(now), support: { openingHours } });
      await fillIn(chat);
      return chat.say(yes);
    };
    expect(await said('2026-05-20T10:00:00Z')).not.toContain(word('closed', 'stängt'));
    const closed = await said('2026-05-23T10:00:00Z');
    expect(closed).toContain(word('Tuesday', 'tisdag'));
    expect(closed).toMatch(/08:00/);
  });

  it('writes to the person when the ticket changes', async () => {
    const chat = await open();
    await fillIn(chat);
    await chat.say(yes);
    await chat.desk.ticketStore.change(1001, { status: 'solved', note: 'Done *today*' });
    await chat.desk.outbox.deliverDue();
    const [news] = chat.adapter.activeQueue.splice(0);
    expect(news).toMatchObject({ type: ActivityTypes.Message, locale: language });
    expect(news?.text).toContain('T-1001');
    expect(news?.text).toContain(String.raw`Done \*today\*`);
  });
});

describe('feedback', () => {
  const t = translator.in('en');
  const recognizer = fakeRecognizer({ split: [sure('tokens.split')], more: [sure('keys.more')] });
  const ratings = async ({ database, desk }: Awaited<ReturnType<typeof openChat>>) => {
    await desk.ledger.catchUp();
    return (await database.selectFrom('shown_answer').selectAll().orderBy('at').execute()).map(
      ({ entry, helped, comment }) => ({ entry, helped, comment }),
    );
  };

  it('is tied to the answer shown, and a change of mind counts once', async () => {
    let minute = 0;
    const now = () => new Date(Date.UTC(2026, 4, 20, 10, minute++));
    const chat = await openChat({ recognizer, now });
    await chat.say('split');
    await chat.say(t('feedback.yes'));
    await chat.say('more');
    await chat.say(t('feedback.no'));
    await chat.say('actually it helped');
    expect(await ratings(chat)).toEqual([
      { entry: 'tokens.split', helped: 1, comment: null },
      { entry: 'keys.more', helped: 1, comment: null },
    ]);
    await chat.say("it didn't help");
    expect((await ratings(chat))[1]).toMatchObject({ helped: 0 });
  });

  it('takes a comment, redacted, unless it is skipped or a question is asked instead', async () => {
    const chat = await openChat({ recognizer });
    await chat.say('split');
    await chat.say(t('feedback.no'));
    expect(await chat.say(t('ticket:comment.choice'))).toContain(t('ticket:comment.ask'));
    expect(await chat.say('mail me at a@b.se')).toBe(t('ticket:comment.saved'));
    expect((await ratings(chat))[0]).toMatchObject({ helped: 0, comment: 'mail me at [e-mail]' });
    await chat.say('split');
    await chat.say(t('feedback.yes'));
    await chat.say(t('ticket:comment.choice'));
    expect(await chat.say(t('ticket:comment.skip'))).toBe(t('ticket:comment.skipped'));
  });
});
