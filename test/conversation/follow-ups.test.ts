import { AspectReader } from '../../src/conversation/aspect-reader';
import { buttons, openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const aspects = new AspectReader(content);
const entryOf = (id: string) => {
  const entry = content.entries.get(id);
  if (entry === undefined) throw new RangeError(id);
  return entry;
};

it.each([
  ['who does that?', 'renewal.competency', 'who', true],
  ['vem gör det?', 'renewal.action-pack', 'who', true],
  ['and who gets the reminders?', 'renewal.competency', 'notice', false],
  ['och sen?', 'renewal.competency', 'next', true],
  ['how many days?', 'renewal.action-pack', 'days', true],
  ['hur manga dagar har vi', 'renewal.action-pack', 'days', true],
  ['hur många gånger?', 'tokens.replacement', 'times', true],
  ['how much does it cost?', 'renewal.competency', 'cost', true],
  ['till exempel?', 'tokens.split', 'example', true],
  ['who pays for the new server key', 'renewal.competency', 'who', false],
])('"%s" asks %s for %s', (text, entry, aspect, isBare) => {
  expect(aspects.find(text, entryOf(entry))).toMatchObject({ aspect, isBare });
});

it('finds nothing that an answer does not tell', () => {
  expect(aspects.find('how much does it cost?', entryOf('tokens.split'))).toBeUndefined();
});

describe.each(content.languages)('follow-ups in %s', (language) => {
  const t = translator.in(language);
  const answerTo = (entry: string) => content.in.get(language)?.answers.get(entry);
  const asks = {
    en: ['who does that?', 'how so?', 'What is a token?'],
    sv: ['vem gör det?', 'varför då?', 'Vad är en token för något?'],
  }[language];
  const [who = '', why = '', meaning = ''] = asks ?? [];
  const competency = sure('renewal.competency');
  const recognizer = fakeRecognizer({
    ...{ renew: [competency], split: [sure('tokens.split')], [who]: [{}] },
    [why]: [{ ...competency, followUp: true }],
    [meaning]: [sure('tokens.split')],
  });
  const open = async () => {
    const { send } = await openChat({ recognizer, locale: content.in.get(language)?.locale ?? '' });
    return async (text: string) => (await send({ text })).map((reply) => reply);
  };

  it('get the one thing that they ask, with the way to the rest', async () => {
    const send = await open();
    await send('renew');
    const [reply, ...others] = await send(who);
    const answer = answerTo('renewal.competency');
    expect(others).toEqual([]);
    expect(reply?.text).toContain(`**${answer?.steps[0] ?? '?'}**`);
    expect(reply?.text).not.toContain(answer?.verdict);
    expect(buttons(reply)[0]).toBe(
      content.in.get(language)?.titles.get('renewal.competency')?.short,
    );
    const [whole] = await send(buttons(reply)[0] ?? '');
    expect(whole?.text).toContain(answer?.verdict);
    expect(whole?.text).toContain(answer?.note);
  });

  it('that ask for nothing in particular get the answer again, and it says so', async () => {
    const send = await open();
    await send('renew');
    const [line, again] = await send(why);
    expect(line?.text).toBe(t('answer.again'));
    expect(again?.text).toContain(answerTo('renewal.competency')?.verdict);
  });

  it('that ask what a word means are asked back', async () => {
    const send = await open();
    const [reply] = await send(meaning);
    expect(reply?.text).toContain(t('clarify.single'));
  });

  it('ask nothing of an answer that another has followed', async () => {
    const send = await open();
    for (const text of ['renew', 'split']) await send(text);
    const [reply] = await send(who);
    expect(reply?.text).toBe(t('fallback.first'));
  });
});
