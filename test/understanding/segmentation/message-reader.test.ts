import { createMessageReader } from '../../../src/understanding/segmentation/message-reader';
import { functionWords, messageWords } from '../words';

const read = createMessageReader(messageWords, functionWords);
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

it.each([
  ['a greeting', 'Hi folks, can a token be split?', 'can a token be split?'],
  ['a greeting without a comma', 'hej kan man dela en token', 'kan man dela en token'],
  [
    'a letter',
    'Dear Sir or Madam,\n\nWhere are our licences shown?\n\nKind regards,\nDeirdre Mull\nManager, Tide Ltd\nTel: +353 1 555 0142',
    'Where are our licences shown?',
  ],
  [
    'a signature in one line',
    'Hej! Hur förnyar man ett Action Pack? Vänligen, Fatima Haddad, kontorschef, tel 040-628 04 37',
    'Hur förnyar man ett Action Pack?',
  ],
  [
    'a slash and a name',
    'Hej!\nVem hjälper oss med licenser?\n//Daniella',
    'Vem hjälper oss med licenser?',
  ],
  ['an address', 'Who can see www.example.com or ask@example.com there?', 'Who can see or there?'],
  ['pasted code', 'Why this?\nfor (let i = 0; i < n; i++) { sum += a[i]; }', 'Why this?'],
  ['a log', 'Key refused\n2021-05-18 ERROR [worker-7] c.z.Pool: out', 'Key refused'],
])('leaves out %s', (_, message, own) => {
  expect(tidy(read(message).own)).toBe(own);
});

it.each([
  'Thanks! And how do I renew it?',
  'Hej då',
  'Tack så mycket',
  'Hello',
  'Can the token be split from 25 to 5?',
  'Can I use it on 01-09-2020?',
])('leaves "%s" as it is', (message) => {
  expect(tidy(read(message).own)).toBe(message);
});

it.each([
  [
    'the own question below a quoted one',
    'Fwd: cancelling MAP\n> On 2 June 2021, at 16:20, Oli wrote:\n> not paying for it again\n\ncan that server stay up then?',
    'can that server stay up then?',
    'cancelling MAP not paying for it again',
  ],
  [
    'the own question above a forwarded one',
    'Vad svarar jag honom?\n\n-----Ursprungligt meddelande-----\nFrån: Niklas\nÄmne: token\n\nKan den delas?',
    'Vad svarar jag honom?',
    'token Kan den delas?',
  ],
  [
    'the forwarded question when there is no other',
    'From: Tomasz\nSent: 11 May\nSubject: merger\n\nHi Jo, what happens to our licences when we merge?',
    'what happens to our licences when we merge?',
    'merger',
  ],
  [
    'the subject when there is nothing else',
    'Re: can tokens be split?',
    'can tokens be split?',
    '',
  ],
])('finds %s', (_, message, own, quoted) => {
  const found = read(message);
  expect(tidy(found.own)).toBe(own);
  expect(tidy(found.quoted)).toBe(quoted);
});

it('keeps everything in its place', () => {
  const message = 'Hej!\n\nHur förnyar vi?\n\nMvh Anna';
  const { own, originOf } = read(message);
  expect(originOf(own.indexOf('Hur'))).toBe(message.indexOf('Hur'));
});

it('takes off every closing behind every mark', () => {
  const marks = ['.', '! ', '? ', ', ', ';', ' \n', ')\n  ', ' - ', ' –', ' /'];
  const messages = messageWords
    .flatMap(({ closings }) => closings)
    .flatMap((closing) => marks.map((mark) => `Where is our key${mark}${closing} Berit`));
  expect(messages.filter((message) => read(message).own.includes('Berit'))).toEqual([]);
});
