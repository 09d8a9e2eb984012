import { emailIn } from '../../src/core/email-in';
import { oneLine } from '../../src/core/one-line';
import { plainLines } from '../../src/core/plain-lines';

it.each([
  ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['\u001b[2Jred\u0007\u009b1m', '[2Jred1m'],
  ['left\u200e, right\u200f and Arabic\u061c', 'left, right and Arabic'],
  ['tab\there', 'tab\there'],
  ['räksmörgås 👩‍💻', 'räksmörgås 👩‍💻'],
])('%j shows as %j', (text, shown) => {
  expect(plainLines(text)).toBe(shown);
});

it('is one line where a name stands', () => {
  expect(oneLine(' Contoso\r\n\r\n# Now \u2067free\u2028')).toBe('Contoso # Now free');
});

it.each([
  ['write to kim@contoso.example, please', 'kim@contoso.example'],
  ["it is 'o'brien@contoso.example'", "o'brien@contoso.example"],
  ['kim@contoso.example\r\nBcc: all@evil.example', 'kim@contoso.example'],
  ['nobody@home', undefined],
])('the address in %j is %j', (text, email) => {
  expect(emailIn(text)).toBe(email);
});
