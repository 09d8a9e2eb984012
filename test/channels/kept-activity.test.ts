import { toKeptActivity } from '../../src/channels/direct-line/kept-activity';
import { localRedactor } from '../../src/privacy/local-redactor';

const PRIVATE = 'kim@contoso.example';
const GUID = '0b8f5f0e-6a3e-4c43-9a3f-1f2f5e1c7a11';
const head = { id: 'a', type: 'message', timestamp: '2026-05-20T10:00:00.000Z' };
const keep = (activity: object) => toKeptActivity({ ...head, ...activity }, localRedactor);

it.each([
  ['its type', { type: PRIVATE }],
  ['its text', { text: PRIVATE }],
  ['its format', { textFormat: PRIVATE }],
  ['its name', { name: PRIVATE }],
  ['its value', { value: PRIVATE }],
  ['a value of parts', { value: { email: PRIVATE } }],
  ['what is attached', { attachments: [{ contentType: PRIVATE, content: PRIVATE }] }],
  ['who is added', { membersAdded: [{ id: PRIVATE, name: PRIVATE }] }],
  ['the client’s own id', { channelData: { clientActivityID: PRIVATE } }],
  ['the mark of a click', { channelData: { postBack: PRIVATE } }],
  ['what else a client sends', { channelData: { email: PRIVATE }, entities: [PRIVATE] }],
])('keeps nothing private in %s', async (_, activity) => {
  expect(JSON.stringify(await keep(activity))).not.toContain(PRIVATE);
});

it('keeps the id and the mark by which a client finds its own click again', async () => {
  const channelData = { clientActivityID: GUID, postBack: true };
  const { kept, clientId } = await keep({ channelData });
  expect(kept.channelData).toEqual(channelData);
  expect(clientId).toBe(GUID);
});

it('keeps no long name', async () => {
  expect((await keep({ name: 'x '.repeat(5000) })).kept.name).toHaveLength(100);
});
