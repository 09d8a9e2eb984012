import { openChat } from '../support/chat';
import { translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

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
