import { setTimeout as wait } from 'node:timers/promises';
import { LIES, STALLS } from '../../outbound/lies';
import { openTeams } from '../../support/bot-service/teams-talk';
import { fakeRecognizer, sure, unsure } from '../../support/fake-recognizer';

const recognizer = fakeRecognizer({
  split: [sure('tokens.split')],
  licences: [unsure('licenses.offers', 'licenses.count')],
});

let talk: Awaited<ReturnType<typeof openTeams>>;
beforeEach(async () => {
  talk = await openTeams({ recognizer });
});
afterEach(() => talk.close());

const sends = () => talk.connector.calls.filter(({ method }) => method === 'POST');

it.each([
  ['429 without Retry-After', { status: 429 }],
  ['412', { status: 412 }],
  ['502', { status: 502 }],
  ['503', { status: 503, retryAfter: 0 }],
  ['504', { status: 504 }],
])('sends again after %s, and what had arrived only once', async (_, mishap) => {
  talk.connector.suffer({}, mishap);
  const replies = await talk.say('split');
  expect(replies).toHaveLength(2);
  // Else the second reply is an excuse.
  expect(talk.errors).toEqual([]);
  expect(sends().map(({ status }) => status)).toEqual([200, mishap.status, 200]);
});

it('waits as long as Retry-After says', async () => {
  talk.connector.suffer({ status: 429, retryAfter: 1 });
  const started = performance.now();
  expect(await talk.say('split')).toHaveLength(2);
  expect(talk.errors).toEqual([]);
  // Timers may be a millisecond early.
  expect(performance.now() - started).toBeGreaterThan(990);
});

it.each([400, 401, 403, 404, 413, 500, 501])('does not send again after %i', async (status) => {
  talk.connector.suffer({ status });
  await talk.post(talk.written('split'));
  expect(sends().filter((call) => call.status === status)).toHaveLength(1);
});

it('gives up a connector that never answers, and goes on with the conversation', async () => {
  const deadlines: AbortController[] = [];
  const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const deadline = new AbortController();
    deadlines.push(deadline);
    return deadline.signal;
  });
  talk.connector.suffer({ isSilent: true });
  const posted = talk.post(talk.written('split'));
  while (sends().length === 0) await wait(5);
  expect(spy).toHaveBeenLastCalledWith(30_000);
  spy.mockRestore();
  for (const deadline of deadlines) deadline.abort(new DOMException('late', 'TimeoutError'));
  await posted;
  expect(talk.errors).toHaveLength(1);
  expect(await talk.say('split')).toHaveLength(2);
});

it.each([
  'nonsense',
  'another shape',
  'null of JSON',
  'an empty body',
  'another type',
  'a body that unpacks to much',
])('takes a message that was accepted for delivered when the answer is %s', async (name) => {
  talk.connector.suffer({ lie: LIES[name] });
  expect(await talk.say('split')).toHaveLength(2);
  expect(talk.errors).toEqual([]);
});

it.each(Object.keys({ ...STALLS, 'a body without end': 0, 'half of something packed': 0 }))(
  'goes on with the conversation after an answer of %s',
  async (name) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const spy = jest
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation((ms) => timeout(ms === 30_000 ? 50 : ms));
    talk.connector.suffer({ lie: { ...STALLS, ...LIES }[name] });
    await talk.post(talk.written('split'));
    spy.mockRestore();
    expect(await talk.say('split')).toHaveLength(2);
  },
);

it('waits for a slow connector instead of sending again', async () => {
  talk.connector.suffer({ slow: 1500 });
  expect(await talk.say('split')).toHaveLength(2);
  expect(sends()).toHaveLength(2);
});

it.each([
  ['the connection broke', { cut: true }],
  ['the connector failed over it', { status: 500, isTaken: true }],
])('does not send again what may have arrived when %s', async (_, mishap) => {
  talk.connector.suffer(mishap);
  await talk.post(talk.written('licences'));
  const questions = [...talk.connector.shown.values()].filter(({ attachments }) => attachments);
  expect(questions).toHaveLength(1);
});

it('answers an activity once, however often it is delivered', async () => {
  const message = { ...talk.written('split'), id: 'same' };
  const responses = await Promise.all([1, 2, 3].map(() => talk.post(message)));
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(sends()).toHaveLength(2);
  await talk.post({ ...message, id: 'other' });
  expect(sends()).toHaveLength(4);
});

it('answers although the clicked card can’t be changed', async () => {
  await talk.say('licences');
  const click = talk.clicked('Something else');
  const before = talk.connector.shown.size;
  talk.connector.suffer({ status: 404 });
  expect((await talk.post(click)).status).toBe(200);
  expect(talk.connector.shown.size).toBe(before + 1);
});
