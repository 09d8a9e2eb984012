import { RemarkReader } from '../../src/conversation/remark-reader';
import { createSpokenOf } from '../../src/conversation/spoken-of';
import type { UtteranceContext } from '../../src/understanding/recognizers/recognizer';
import { openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';

const remarks = new RemarkReader(content);

it.each([
  ['?', 'again'],
  ['??', 'again'],
  ['Sorry, what?', 'again'],
  ['repeat please', 'again'],
  ['va?', 'again'],
  ['kan du upprepa det?', 'again'],
  ['shorter please', 'shorter'],
  ['ok, in short?', 'shorter'],
  ['kortare tack', 'shorter'],
  ['are you sure?', 'sure'],
  ["so that's a no?", 'sure'],
  ['but really?', 'sure'],
  ['ar du saker', 'sure'],
  ['alltså nej?', 'sure'],
  ['var står det?', 'sure'],
  ['why not?', 'why'],
  ['men varför då?', 'why'],
])('"%s" asks of the answer itself: %s', (text, remark) => {
  expect(remarks.find(text)).toBe(remark);
});

it.each([
  'why do we need a key?',
  'where do I see our licences?',
  'en gång till?',
  'are you sure we need a key for Office?',
  'tack',
  'ok',
  '',
])('"%s" does not', (text) => {
  expect(remarks.find(text)).toBeUndefined();
});

const together = [
  { previous: 'tokens.split', previousText: 'can a token be split' },
  { previous: 'tokens.replacement', previousText: 'what if it is on the wrong tenant' },
];
const last = { previous: 'tokens.replacement', previousText: 'what if it is on the wrong tenant' };

it.each([
  ['and the first, even for a big one?', 0],
  ['the second one, how long?', 1],
  ['och det första, även för en stor?', 0],
  ['den andra frågan, hur länge?', 1],
  ['how long?', 1],
])('"%s" goes back to question %d', (text, index) => {
  expect(createSpokenOf(content)(text, { misses: 0, ...last, together })).toMatchObject(
    together[index] ?? {},
  );
});

it('goes back to the last answer where only one was asked', () => {
  expect(createSpokenOf(content)('and the first one?', { misses: 0, ...last })).toEqual(last);
});

describe.each(content.languages)('after an answer in %s', (language) => {
  const t = translator.in(language);
  const other = content.languages.find((one) => one !== language) ?? '';
  const answer = content.in.get(language)?.answers.get('tokens.split');
  const says = {
    en: ['are you sure?', 'shorter please', 'pardon?', 'in three?'],
    sv: ['är du säker?', 'kortare tack', 'va?', 'i tre?'],
  }[language];
  const [certain = '', shorter = '', again = '', three = ''] = says ?? [];
  const wish = { source: 'asked', score: 1 } as const;
  const contexts: UtteranceContext[] = [];
  const scripted = fakeRecognizer({
    split: [sure('tokens.split')],
    both: [sure('tokens.split'), sure('keys.more')],
    hi: [sure('service.greeting')],
    unclear: [unsure('keys.more', 'tokens.split')],
    // What the words alone are taken for.
    [certain]: [sure('service.identity')],
    [shorter]: [sure('service.thanks')],
    switch: { language: other, languageEvidence: wish, parts: [part('service.language')] },
    [three]: [{ ...sure('tokens.split'), followUp: true }],
  });
  const open = async () => {
    contexts.splice(0);
    const recognizer = {
      recognize(text: string, context: UtteranceContext) {
        contexts.push(context);
        return scripted.recognize(text, context);
      },
    };
    return openChat({ recognizer, locale: content.in.get(language)?.locale ?? '' });
  };

  it('doubt gets the source', async () => {
    const { say } = await open();
    await say('split');
    const reply = await say(certain);
    expect(reply).toContain(t('answer.sure'));
    expect(reply).toContain(answer?.verdict);
    expect(reply).toContain(t('answer.source', { source: '' }).slice(0, 6));
  });

  it('can be had in short', async () => {
    const { say } = await open();
    await say('split');
    const reply = await say(shorter);
    expect(reply).toContain(t('answer.inShort'));
    expect(reply).toContain(answer?.verdict);
    expect(reply).not.toContain(answer?.paragraphs[0]);
  });

  it.each([again, '?'])('can be had again: %s', async (text) => {
    const { say } = await open();
    await say('split');
    const reply = await say(text);
    expect(reply).toContain(t('answer.repeated'));
    expect(reply).toContain(answer?.paragraphs[0]);
  });

  it('another language is spoken and the answer told in it', async () => {
    const { say } = await open();
    await say('split');
    const reply = await say('switch');
    expect(reply).toContain(translator.in(other)('language.switched'));
    expect(reply).toContain(content.in.get(other)?.answers.get('tokens.split')?.verdict);
  });

  it('nothing is told again where nothing was told', async () => {
    const { say } = await open();
    expect(await say('switch')).toBe(translator.in(other)('language.switched'));
    expect(await say('split')).not.toContain(t('answer.repeated'));
    await say('unclear');
    expect(await say('?')).not.toContain(t('answer.repeated'));
  });

  it('a number with a question mark chooses nothing', async () => {
    const { say } = await open();
    await say('split');
    expect(await say(three)).toContain(answer?.verdict);
  });

  it('two questions can be gone back to', async () => {
    const { say } = await open();
    await say('both');
    await say(language === 'en' ? 'and the first?' : 'och det första?');
    expect(contexts.at(-1)).toMatchObject({ previous: 'tokens.split' });
    await say('hi');
    expect(contexts.at(-1)).toMatchObject({ previous: 'keys.more' });
  });
});

function part(intent: string) {
  return {
    ...{ text: '', entities: [], decision: 'answer' as const },
    intents: [{ intent, score: 0.99 }],
  };
}
