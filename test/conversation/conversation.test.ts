import { ActivityTypes } from 'botbuilder';
import { buttons, openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';

describe.each(content.languages)('a conversation in %s', (language) => {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';
  const text = (entry: string) => content.in.get(language)?.answers.get(entry);
  const title = (entry: string) => content.in.get(language)?.titles.get(entry)?.question ?? '';
  const guess = {
    decision: 'fallback',
    intents: [{ intent: 'tokens.split', score: 0.3 }],
  } as const;
  const recognizer = fakeRecognizer({
    split: [sure('tokens.split')],
    both: [sure('tokens.split'), sure('keys.more')],
    licences: [unsure('licenses.offers', 'licenses.count', 'licenses.usage', 'licenses.merger')],
    single: [unsure('keys.more', 'none')],
    window: [sure('account.renewal')],
    human: [sure('support.human')],
    half: [sure('tokens.split'), {}],
    parlez: { languageEvidence: { source: 'foreign', score: 1 }, parts: [] },
    jeton: {
      languageEvidence: { source: 'foreign', score: 1 },
      parts: [{ text: 'jeton', entities: [], ...guess }],
    },
  });
  const open = () => openChat({ recognizer, locale });

  it('welcomes whoever joins, with the topics, and not itself', async () => {
    const { send } = await open();
    const member = { id: 'user', name: 'User' };
    const [reply, ...more] = await send({
      type: ActivityTypes.ConversationUpdate,
      membersAdded: [{ id: 'bot', name: 'Bot' }, member],
    });
    expect(reply?.text).toContain(t('welcome.hello'));
    expect(buttons(reply)).toEqual(content.topics.map(({ topic }) => t(`topics:${topic}`)));
    expect(more).toEqual([]);
    expect(
      await send({
        type: ActivityTypes.ConversationUpdate,
        membersAdded: [{ id: 'bot', name: 'Bot' }],
        recipient: { id: 'bot', name: 'Bot' },
      }),
    ).toEqual([]);
  });

  it('answers with the verdict first, links, source and what to ask next', async () => {
    const { send } = await open();
    const [reply] = await send({ text: 'split' });
    expect(reply?.text).toMatch(/^\*\*/);
    expect(reply?.text).toContain(text('tokens.split')?.verdict);
    expect(reply?.text).toContain('(https://aka.ms/partner-benefits-use-guide)');
    expect(reply?.text).toContain('2021');
    expect(buttons(reply)).toContain(t('feedback.yes'));
    expect(buttons(reply).length).toBeGreaterThanOrEqual(4);
    expect(reply?.channelData).toMatchObject({
      faq: { decision: 'answer', entry: 'tokens.split', language },
    });
  });

  it('answers both of two questions, in order', async () => {
    const { send } = await open();
    const replies = await send({ text: 'both' });
    expect(replies.map(({ channelData }) => (channelData as { faq: object }).faq)).toMatchObject([
      { entry: 'tokens.split' },
      { entry: 'keys.more' },
    ]);
  });

  it.each(['2', 'title', 'ordinal'])('takes a clarification by %s', async (way) => {
    const { send, say } = await open();
    const [question] = await send({ text: 'licences' });
    expect(buttons(question)).toEqual([
      title('licenses.offers'),
      title('licenses.count'),
      title('licenses.usage'),
      t('clarify.noneOfThese'),
    ]);
    const said = {
      '2': '2',
      title: title('licenses.count'),
      ordinal: language === 'sv' ? 'den andra' : 'the second one',
    }[way];
    expect(await say(said ?? '')).toContain(text('licenses.count')?.verdict);
  });

  it('takes yes for the only candidate, and a no for none', async () => {
    const first = await open();
    await first.say('single');
    expect(await first.say(language === 'sv' ? 'ja' : 'yes')).toContain(text('keys.more')?.verdict);
    const second = await open();
    await second.say('single');
    expect(await second.say(language === 'sv' ? 'nej' : 'no')).toContain(t('fallback.first'));
  });

  it('takes the last of the questions for "the last one", not the way out', async () => {
    const { say } = await open();
    await say('licences');
    expect(await say(language === 'sv' ? 'den sista' : 'the last one')).toContain(
      text('licenses.usage')?.verdict,
    );
  });

  it('takes a refusal as one, whatever words the titles have', async () => {
    const { say } = await open();
    await say('single');
    expect(await say(language === 'sv' ? 'nej tack' : 'no thanks')).toContain(t('fallback.first'));
  });

  it('lets a new question interrupt a clarification', async () => {
    const { say } = await open();
    await say('licences');
    expect(await say('split')).toContain(text('tokens.split')?.verdict);
  });

  it('says no first with topics, then with the way to people', async () => {
    const { send, say } = await open();
    const [first] = await send({ text: 'weather' });
    expect(first?.text).toContain(t('fallback.first'));
    expect(buttons(first)).toHaveLength(content.topics.length);
    expect(await say('weather?')).toContain('https://partner.microsoft.com/support');
    await say('split');
    expect(await say('weather!')).toContain(t('fallback.first'));
  });

  it('says what it has no answer to when it could answer the other half', async () => {
    const { say } = await open();
    const replies = await say('half');
    expect(replies).toContain(text('tokens.split')?.verdict);
    expect(replies).toContain(t('fallback.part', { part: 'half' }));
  });

  it('asks whether it helped, and takes both answers', async () => {
    const { say } = await open();
    await say('split');
    expect(await say(language === 'sv' ? 'ja tack' : 'yes thanks')).toContain(t('feedback.glad'));
    await say('split');
    expect(await say(t('feedback.no'))).toContain('https://partner.microsoft.com/support');
  });

  it('shows a topic of the menu, and an entry of the topic', async () => {
    const { send, say } = await open();
    const [reply] = await send({ text: t('topics:tokens') });
    expect(buttons(reply)).toEqual([title('tokens.split'), title('tokens.replacement')]);
    expect(await say('1')).toContain(text('tokens.split')?.verdict);
  });

  it('takes an old button long after it was offered', async () => {
    const { say } = await open();
    await say('licences');
    await say('split');
    expect(await say(title('licenses.usage'))).toContain(text('licenses.usage')?.verdict);
  });

  it('says that nobody is signed in, then what applies in general', async () => {
    const { send } = await open();
    const [line, answer] = await send({ text: 'window' });
    expect(line?.text).toContain(t('account.notSignedIn'));
    expect(answer?.text).toContain(text('renewal.action-pack')?.verdict);
  });

  it('cancels what is open, and says so when nothing is', async () => {
    const { say } = await open();
    const cancel = language === 'sv' ? 'avbryt' : 'never mind';
    expect(await say(cancel)).toContain(t('cancel.nothing'));
    await say('licences');
    expect(await say(cancel)).toContain(t('cancel.done'));
  });

  it('offers a guess to someone who writes another language, without giving it', async () => {
    const { send, say } = await open();
    const [reply] = await send({ text: 'jeton' });
    expect(reply?.text).toContain(t('foreign.guess'));
    expect(buttons(reply)[0]).toBe(title('tokens.split'));
    expect(await say('1')).toContain(text('tokens.split')?.verdict);
    expect(await say('parlez')).toContain(t('foreign.speaks'));
  });

  it.each([
    ['an attachment', { attachments: [{ contentType: 'image/png' }] }, 'fallback.attachment'],
    ['blank text', { text: ' \n ' }, 'fallback.unreadable'],
    ['no text', {}, 'fallback.unreadable'],
  ])('answers %s kindly, and the next message too', async (_, activity, key) => {
    const { send, say } = await open();
    const [reply] = await send(activity);
    expect(reply?.text).toContain(t(key));
    expect(await say('split')).toContain(text('tokens.split')?.verdict);
  });

  it('ignores activities that it has no use for', async () => {
    const { send } = await open();
    for (const type of ['typing', 'installationUpdate', 'messageReaction', 'somethingNew'])
      expect(await send({ type })).toEqual([]);
  });
});

it('answers every service of the catalogue with words of its own', async () => {
  const services = [...content.entries.values()].filter(({ kind }) => kind === 'service');
  const recognizer = fakeRecognizer(
    Object.fromEntries(services.map(({ id }) => [`ask ${id}`, [sure(id)]])),
  );
  const { say } = await openChat({ recognizer });
  const replies: string[] = [];
  for (const { id } of services) replies.push(await say(`ask ${id}`));
  expect(new Set(replies).size).toBe(services.length);
  expect(replies.join()).not.toContain(translator.in('en')('fallback.first'));
});
