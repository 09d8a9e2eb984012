import { openChat, type ChatOptions } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';

describe.each(content.languages)('the queue of unanswered questions in %s', (language) => {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';
  const title = (entry: string) => content.in.get(language)?.answers.get(entry)?.question ?? '';
  const recognizer = fakeRecognizer({
    split: [sure('tokens.split')],
    person: [sure('support.human')],
    'hmm a@b.se': [unsure('keys.more', 'keys.required')],
    moi: { languageEvidence: { source: 'foreign', score: 1 } },
  });
  const open = async (options: Partial<ChatOptions> = {}) => {
    const chat = await openChat({ recognizer, locale, ...options });
    const waiting = async () =>
      (await chat.desk.unanswered.waiting({ language, limit: 10 })).map(
        ({ text, reason, candidates }) => [text, reason, candidates[0]?.intent],
      );
    return { ...chat, waiting };
  };

  it('takes what the bot said no to, with where and when it was asked', async () => {
    const chat = await open();
    await chat.say('VK7JG-NPHTM-C97JM-9MPGT-3V66T');
    const [question] = await chat.desk.unanswered.waiting({ language, limit: 10 });
    expect(question).toMatchObject({
      ...{ text: '[product-key]', reason: 'missed', language, channel: 'webchat' },
      ...{ at: '2026-05-20T10:00:00.000Z', contentVersion: 'test' },
    });
  });

  it('takes what was asked back about until an entry is chosen', async () => {
    const chat = await open();
    await chat.say('hmm a@b.se');
    const unchosen = [['hmm [e-mail]', 'not-chosen', 'keys.more']];
    expect(await chat.waiting()).toEqual(unchosen);
    await chat.say(title('keys.required'));
    expect(await chat.waiting()).toEqual([]);
    await chat.say(t('feedback.no'));
    expect(await chat.waiting()).toEqual([['hmm [e-mail]', 'unhelpful', 'keys.more']]);
  });

  it.each(['none', 'a new question', 'a title of the menu'])(
    'keeps what was asked back about after %s',
    async (reply) => {
      const chat = await open();
      await chat.say('hmm a@b.se');
      const replies: Readonly<Record<string, string>> = {
        none: t('clarify.noneOfThese'),
        'a new question': 'split',
      };
      await chat.say(replies[reply] ?? title('tokens.replacement'));
      expect(await chat.waiting()).toEqual([['hmm [e-mail]', 'not-chosen', 'keys.more']]);
    },
  );

  it.each([
    ['found at once', 'split', 'tokens.split', ['split', 'unhelpful', 'tokens.split']],
    ['chosen', 'hmm a@b.se', 'keys.required', ['hmm [e-mail]', 'unhelpful', 'keys.more']],
  ])(
    'keeps a question whose answer was %s and did not help, though it is read again',
    async (_, question, entry, waiting) => {
      const chat = await open();
      await chat.say(question);
      if (entry === 'keys.required') await chat.say(title(entry));
      await chat.say(t('feedback.no'));
      await chat.say(title(entry));
      expect(await chat.waiting()).toEqual([waiting]);
    },
  );

  it('takes an answer that did not help once, and gives it back on a change of mind', async () => {
    const chat = await open();
    await chat.say('split');
    expect(await chat.waiting()).toEqual([]);
    await chat.say(t('feedback.no'));
    await chat.say('person');
    expect(await chat.waiting()).toEqual([['split', 'unhelpful', 'tokens.split']]);
    await chat.say(language === 'sv' ? 'det hjälpte' : 'it helped');
    expect(await chat.waiting()).toEqual([]);
  });

  it('takes the question after whose answer a person is asked for, unless it helped', async () => {
    const chat = await open();
    await chat.say('split');
    await chat.say('person');
    expect(await chat.waiting()).toEqual([['split', 'asked', 'tokens.split']]);
    const helped = await open();
    await helped.say('split');
    await helped.say(t('feedback.yes'));
    await helped.say('person');
    expect(await helped.waiting()).toEqual([]);
  });

  it('takes no other language than those of the content', async () => {
    const chat = await open();
    await chat.say('moi');
    expect(await chat.waiting()).toEqual([]);
  });
});
