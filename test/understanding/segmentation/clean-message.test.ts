import { cleanMessage, READ_LENGTH } from '../../../src/understanding/segmentation/clean-message';

it.each([
  ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
  ['mark-up entities', 'n&auml;r &amp; hur &#39;x&#x27; &nope;', "när & hur 'x' &nope;"],
  ['invisible characters', 'to\u200Bken\uFEFF', 'token'],
  ['control characters and lone surrogates', 'a\u0000\u0007b\ud800c', 'a b c'],
  ['letters with their accents apart', 'fo\u0308rnya', 'förnya'],
  ['piled accents', 'k\u0301\u0302\u0303ey', 'ḱey'],
  ['fancy letters', '𝗛𝗼𝘄 ｗide', 'How wide'],
  ['repeated marks', 'new one???!! ok!!!', 'new one? ok!'],
  ['dots', 'slut.. kan vi … fler', 'slut.  kan vi .  fler'],
  ['drawn-out words', 'sluuuuuut', 'sluuut'],
  ['wide gaps', 'a \t  b\n\n\n\nc', 'a b\n\nc'],
])('mends %s', (_, message, text) => {
  expect(cleanMessage(message).text).toBe(text);
});

it('knows where each character stood', () => {
  const message = 'hej!!! vår to\u200Bken &amp; nyckel\r\nden 3 maj';
  const { text, originOf } = cleanMessage(message);
  expect(originOf(text.indexOf('nyckel'))).toBe(message.indexOf('nyckel'));
  expect(originOf(text.indexOf('3 maj'))).toBe(message.indexOf('3 maj'));
});

it('reads the first and the last of a long message', () => {
  const message = `start ${'x y '.repeat(25_000)} hur förnyar vi?`;
  const { text, originOf } = cleanMessage(message);
  expect(text.length).toBeLessThanOrEqual(READ_LENGTH + 1);
  expect(text).toMatch(/^start .* hur förnyar vi\?$/s);
  expect(originOf(text.indexOf('hur förnyar'))).toBe(message.indexOf('hur förnyar'));
});
