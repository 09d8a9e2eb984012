import { ActivityTypes } from 'botbuilder';
import { parseOpeningSpans } from '../../src/core/opening-hours';
import { erasePerson } from '../../src/privacy/erase-person';
import type { RecordRedactor } from '../../src/privacy/record-redactor';
import { buildAccount, buildToken, granted } from '../accounts/builders';
import { backendOf } from '../support-desk/ticket-desk';
import { buttons } from '../support/chat';
import { content } from '../support/content';
import { BROKEN, ticketChats } from './ticket-chats';

const down = backendOf(() => Promise.reject(new Error('503')));

describe.each(content.languages)('a ticket in %s', (language) => {
  const { t, word, askTicket, yes, no, open, fillIn, comeToEmail, sent } = ticketChats(language);

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

  it('hides what only the record’s redactor finds, and private details in the account, from the desk', async () => {
    const recordRedactor: RecordRedactor = {
      redactAll: (texts) =>
        Promise.resolve({
          texts: texts.map((text) => text.replaceAll('Kim', '[name]')),
          redactedBy: 'local+azure',
        }),
    };
    const tokens = granted(buildToken({ name: 'E3 for lee@contoso.example' }));
    const chat = await open({
      support: { recordRedactor },
      accounts: {
        find: () => Promise.resolve({ status: 'known', account: buildAccount({ tokens }) }),
      },
      identify: () => ({ provider: 'demo', user: 'anna' }),
    });
    await chat.say(askTicket);
    await chat.say(word('Kim can’t sign in', 'Kim kan inte logga in'));
    await chat.say(word('Ask Kim', 'Fråga Kim'));
    await chat.say('boss@contoso.example');
    await chat.say(yes);
    const [ticket] = await sent(chat);
    expect(ticket).toMatchObject({
      subject: word('[name] can’t sign in', '[name] kan inte logga in'),
      details: word('Ask [name]', 'Fråga [name]'),
      packet: { redactedBy: 'local+azure' },
    });
    const said = ticket?.packet.transcript.map(({ text }) => text).join();
    expect(said).toContain('[name]');
    expect(said).not.toContain('Kim');
    const told = ticket?.packet.account?.lines.join();
    expect(told).toContain('[e-mail]');
    expect(told).not.toContain('lee@');
  });

  it('is sent without the account when that can’t be looked up, and with the last of a long talk', async () => {
    const chat = await open({
      accounts: { find: () => Promise.reject(new Error('away')) },
      identify: () => ({ provider: 'demo', user: 'anna' }),
    });
    for (let count = 0; count < 22; count += 1) await chat.say(`split${' '.repeat(count)}`);
    await fillIn(chat);
    await chat.say(yes);
    const [ticket] = await sent(chat);
    expect(ticket?.packet.account).toBeUndefined();
    expect(ticket?.packet.transcript).toHaveLength(40);
    expect(ticket?.packet.transcript.at(-1)).toMatchObject({ from: 'person', text: yes });
    // What wasn't understood before it is no reason to offer another.
    const next = await chat.say(BROKEN);
    expect(next).toContain(t('fallback.first'));
    expect(next).not.toContain(t('ticket:offer.missed'));
  });

  it('is shown as it was written, wherever it is repeated', async () => {
    const { say, desk, adapter } = await open();
    const typed = '<b>*now*</b> [x](https://evil.example)';
    const shown = String.raw`\<b\>\*now\*\</b\> \[x\](https://evil.example)`;
    await say(askTicket);
    expect(await say(`${typed} subject\nof mine`)).toContain(`${shown} subject of mine`);
    await say(`${typed} \u001bde\u0007tails`);
    const review = await say('kim_a_lind@contoso.example');
    expect(review).toContain(`${shown} subject of mine`);
    expect(review).toContain(`${shown} details`);
    expect(review).toContain(String.raw`kim\_a\_lind@contoso.example`);
    const said = [review, await say(yes), await say('T-1001')];
    await desk.ticketStore.change(1001, { status: 'waiting', note: `${typed} note` });
    await desk.outbox.deliverDue();
    said.push(
      adapter.activeQueue
        .splice(0)
        .map(({ text }) => text)
        .join(),
    );
    said.push(await say(`T-1001: ${word('it is urgent', 'det är bråttom')}`));
    expect(said.at(-3)).toContain(`${shown} subject`);
    expect(said.at(-2)).toMatch(/subject[^]*note/);
    expect(said.at(-2)).toContain(`${shown} note`);
    expect(said.at(-1)).toContain(`${shown} subject`);
    expect(said.join()).not.toContain(typed);
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
      listOf: () => Promise.resolve([]),
      add: () => Promise.resolve(undefined),
    };
    const chat = await open({ support: { tickets: failing } });
    await fillIn(chat);
    expect(await chat.say(yes)).toBe(t('ticket:sent.failed'));
    expect(await chat.say(yes)).toBe(t('ticket:sent.failed'));
  });

  it('takes over the address of the last ticket, until it is changed or its person erased', async () => {
    const chat = await open();
    await fillIn(chat);
    await chat.say(yes);
    expect(await chat.say(askTicket)).toBe(t('ticket:ask.subject'));
    await chat.say(word('The portal is down', 'Portalen ligger nere'));
    const review = await chat.say(t('ticket:choice.nothing'));
    expect(review).toContain(`kim@contoso.example ${t('ticket:review.lastEmail')}`);
    expect(await chat.say('lee@contoso.example')).not.toContain(t('ticket:review.lastEmail'));
    await chat.say(t('ticket:choice.cancel'));
    const turnsAreOver = () => Promise.resolve();
    await erasePerson(chat.database, 'T-1001', { timeZone: 'Europe/Stockholm', turnsAreOver });
    expect(await comeToEmail(chat)).toBe(t('ticket:ask.email'));
  });

  it.each([
    word('how do I cancel this?', 'hur avbryter jag?'),
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
