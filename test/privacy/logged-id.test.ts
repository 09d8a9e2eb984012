import { createLog } from '../../src/create-log';

/** What a log shows of an id. */
function logged(conversationId: string): string {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.info({ conversationId }, 'turn');
  return (JSON.parse(lines.join('')) as { conversationId: string }).conversationId;
}

it.each(['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '19:abc_def@thread.v2', 'convo1'])(
  'shows %s as it is',
  (id) => expect(logged(id)).toBe(id),
);

it.each([
  '+46701234567',
  'kim@contoso.example',
  '811228-9874',
  'a\nforged line',
  '<b>x</b>',
  'words of mine',
  'x'.repeat(500),
])('tells %j by a digest, the same each time', (id) => {
  expect(logged(id)).toMatch(/^[\w-]{22}$/);
  expect(logged(id)).toBe(logged(id));
  expect(logged(id)).not.toBe(logged(`${id}!`));
});
