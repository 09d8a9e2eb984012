import { terminalJson } from '../../scripts/terminal-json';

test.each([
  ['a direction turned round', 'a\u202eb', 'a\\u202eb'],
  ['a control of eight bits', 'a\u009bb', 'a\\u009bb'],
  ['an escape', 'a\u001bb', 'a\\u001bb'],
  ['a tag beyond the first plane', 'a\u{e0041}b', 'a\\udb40\\udc41b'],
  ['letters', 'åäö 👍', 'åäö 👍'],
])('%s is told as JSON that a terminal shows', (_, value, shown) => {
  const json = terminalJson({ value });
  expect(json).toBe(`{\n  "value": "${shown}"\n}`);
  expect(JSON.parse(json)).toEqual({ value });
});
