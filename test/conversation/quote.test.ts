import { quote } from '../../src/conversation/responses/quote';
import { localRedactor } from '../../src/privacy/local-redactor';

it.each([
  ['is as it was written', 'Vad är en token?', 'Vad är en token?'],
  ['is one line', 'one\r\n\r\n# two\u2028three', String.raw`one \# two three`],
  ['hides what is private', '*mail kim@contoso.se*', String.raw`\*mail \[e-mail\]\*`],
  ['is no mark-up', '[a](https://evil.example)', String.raw`\[a\](https://evil.example)`],
  ['ends at a word', `${'licence '.repeat(7)}unreadable`, `${'licence '.repeat(7).trim()}…`],
  ['does not end in half an emoji', `a${'😀'.repeat(40)}`, `a${'😀'.repeat(29)}…`],
])('a quote %s', async (_, text, quoted) => {
  expect(await quote(text, localRedactor)).toBe(quoted);
});
