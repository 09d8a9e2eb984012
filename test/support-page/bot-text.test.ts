import { botText } from '../../src/support-page/parts/bot-text';

it.each([
  ['**No.**\n\n*Example:* 25 seats', '<strong>No.</strong>\n\n<em>Example:</em> 25 seats'],
  ['Read [the guide](https://aka.ms/a?b=1&c=2)', 'Read the guide (https://aka.ms/a?b=1&amp;c=2)'],
  ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
  ['[a](https://evil.example/"onclick=x)', 'a (https://evil.example/%22onclick=x)'],
  ['![b](https://evil.example/c) <i>', '!b (https://evil.example/c) &lt;i&gt;'],
  [String.raw`\[product-key\]`, '[product-key]'],
])('%j is shown as %s', (said, shown) => {
  expect(botText(said).text).toBe(shown);
});
