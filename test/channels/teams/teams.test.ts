import type { Activity } from 'botbuilder';
import { openTeams, submitsOf, type TeamsPlace } from '../../support/bot-service/teams-talk';
import { content, translator } from '../../support/content';
import { fakeRecognizer, sure, unsure } from '../../support/fake-recognizer';

const recognizer = fakeRecognizer({
  split: [sure('tokens.split')],
  licences: [unsure('licenses.offers', 'licenses.count')],
  window: [sure('account.renewal')],
});

type Talk = Awaited<ReturnType<typeof openTeams>>;
const talks: Talk[] = [];
async function open(options: Partial<Parameters<typeof openTeams>[0]> = {}): Promise<Talk> {
  const talk = await openTeams({ recognizer, ...options });
  talks.push(talk);
  return talk;
}
afterEach(() => Promise.all(talks.splice(0).map((talk) => talk.close())));

const cardOf = (activity: Partial<Activity> | undefined) =>
  activity?.attachments?.[0]?.content as Readonly<Record<string, unknown>>;
const titles = (activity: Partial<Activity> | undefined) =>
  submitsOf(activity).map(({ title }) => title);

describe.each(content.languages)('Teams in %s', (language) => {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';
  const verdict = content.in.get(language)?.answers.get('tokens.split')?.verdict ?? '?';
  const question = (entry: string) => content.in.get(language)?.titles.get(entry)?.question ?? '?';

  it('answers, then offers what is next on a card that every client can show', async () => {
    const { say } = await open({ locale });
    const [answer, next, ...others] = await say('split');
    expect(answer).toMatchObject({ textFormat: 'markdown', locale: language, replyToId: 'in-1' });
    expect(answer?.text).toContain(verdict);
    expect(answer).not.toHaveProperty('suggestedActions');
    expect(cardOf(next)).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language });
    expect(cardOf(next)['speak']).toContain(t('feedback.yes'));
    expect(cardOf(next)['fallbackText']).toContain(t('feedback.yes'));
    expect(titles(next)).toEqual(expect.arrayContaining([t('feedback.yes'), t('feedback.no')]));
    expect(others).toEqual([]);
  });

  it('takes a click for the typed words, closes the card, and takes it again from the old card', async () => {
    const { say, click, lastCard, connector, post, clicked } = await open({ locale });
    await say('licences');
    const id = lastCard();
    const again = clicked(question('licenses.count'), id);
    const [answer] = await click(question('licenses.count'));
    expect(answer?.text).toContain(
      content.in.get(language)?.answers.get('licenses.count')?.verdict,
    );
    const closed = connector.shown.get(id);
    expect(titles(closed)).toEqual([]);
    expect(closed?.text).toBe(t('clarify.which'));
    expect(JSON.stringify(closed?.attachments)).toContain(
      JSON.stringify(t('teams.chosen', { choice: question('licenses.count') })),
    );
    const before = connector.shown.size;
    expect((await post(again)).status).toBe(200);
    expect(connector.shown.size).toBeGreaterThan(before);
  });

  it.each<TeamsPlace>(['groupChat', 'channel'])(
    'says nothing in %s that a click brings along, where others read it',
    async (place) => {
      const { say, send, clicked, lastCard, connector } = await open({ place, locale });
      await say('licences');
      const shown = structuredClone(connector.shown.get(lastCard()));
      const click = clicked(question('licenses.count'));
      const value = { ...(click.value as object), text: '[Sign in](https://evil.example)' };
      await send({ ...click, value });
      expect(connector.shown.get(click.replyToId ?? '')).toEqual(shown);
      expect(JSON.stringify([...connector.shown])).not.toContain('evil');
    },
  );

  it.each<TeamsPlace>(['personal', 'groupChat', 'channel'])(
    'welcomes once when it is installed in %s',
    async (place) => {
      const { send } = await open({ place, locale: '' });
      const entities = [{ type: 'clientInfo', locale }];
      const added = { type: 'installationUpdate', action: 'add', entities };
      const [welcome] = await send(added);
      expect(welcome?.text).toContain(t('welcome.hello'));
      expect(welcome?.text?.includes(t('teams.mentionMe'))).toBe(place !== 'personal');
      const membersAdded = [{ id: '28:bot', name: '' }];
      expect(await send({ type: 'conversationUpdate', membersAdded, entities })).toEqual([]);
      await send({ type: 'installationUpdate', action: 'remove', entities });
      expect(await send(added)).toHaveLength(1);
    },
  );

  it.each<TeamsPlace>(['groupChat', 'channel'])(
    'answers in %s only when it is mentioned, and welcomes no newcomers',
    async (place) => {
      const { say, send } = await open({ place, locale });
      expect(await send({ text: 'split' })).toEqual([]);
      const other = {
        type: 'mention',
        text: '<at>Bo</at>',
        mentioned: { id: '29:bo', name: 'Bo' },
      };
      expect(await send({ text: '<at>Bo</at> split', entities: [other] })).toEqual([]);
      expect((await say('split'))[0]?.text).toContain(verdict);
      const membersAdded = [{ id: '29:new', name: 'New' }];
      expect(await send({ type: 'conversationUpdate', membersAdded })).toEqual([]);
      expect((await say(''))[0]?.text).toContain(t('teams.mentionMe'));
    },
  );

  it('shows account state to nobody but the person alone', async () => {
    const identify = () => ({ provider: 'entra', tenantId: 'tenant', objectId: 'anna' }) as const;
    const accounts = { find: jest.fn(() => Promise.resolve({ status: 'unknown' } as const)) };
    for (const place of ['groupChat', 'channel'] as const) {
      const { say } = await open({ place, locale, identify, accounts });
      const link = 'https://teams.microsoft.com/l/chat/0/0?users=28%3Abot&message=window';
      expect((await say('window'))[0]?.text).toContain(t('account.privateLink', { link }));
    }
    expect(accounts.find).not.toHaveBeenCalled();
    const { say, connector } = await open({ locale, identify, accounts });
    await say('window');
    expect(accounts.find).toHaveBeenCalledWith(identify());
    expect(connector.calls.length).toBeGreaterThan(connector.shown.size);
  });
});

describe('what was written', () => {
  const bot = (id: string, name: string) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  });
  const entities = [bot('28:bot', 'Benefits'), bot('28:other', 'Other bot'), bot('29:bo', 'Bo')];

  it.each<[string, string, string]>([
    ['the names of bots', '<at>Benefits</at> <at>Other bot</at>&nbsp;split', 'split'],
    ['spaces that keep words together', 'split\u00a0token', 'split token'],
    ['marks of people', 'is <at>Bo</at> right', 'is Bo right'],
    ['character references', '<at>Benefits</at>&#160;R&amp;D &lt;20 &quot;x&#39;', 'R&D <20 "x\''],
    ['what only looks like them', 'a & b; &bogus; <attic> &#0;', 'a & b; &bogus; <attic> \ufffd'],
  ])('is read without %s', async (_what, text, expected) => {
    const heard = jest.fn(recognizer.recognize.bind(recognizer));
    const { send } = await open({
      place: 'groupChat',
      recognizer: { ...recognizer, recognize: heard },
    });
    await send({ text, entities });
    expect(heard.mock.calls.map(([said]) => said)).toEqual([expected]);
  });
});

describe('messages that change', () => {
  const edit = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };

  it('answers an edited message anew and takes the old answer back', async () => {
    const { say, send, written, connector } = await open();
    await say('licences');
    const old = [...connector.shown.keys()];
    const [answer] = await send({ ...written('split'), ...edit, id: 'in-1' });
    expect(answer?.text).toContain('token');
    for (const id of old) expect(connector.shown.has(id)).toBe(false);
  });

  it('answers each edit of a message, and each of them once', async () => {
    const { say, send, written } = await open();
    await say('licences');
    const edited = (text: string, minute: number) =>
      send({
        ...{ ...written(text), ...edit, id: 'in-1' },
        timestamp: new Date(Date.UTC(2026, 4, 20, 10, minute)),
      });
    expect(await edited('split', 1)).not.toEqual([]);
    expect(await edited('split', 1)).toEqual([]);
    expect(await edited('split', 2)).not.toEqual([]);
  });

  it('takes its answer back when the question is deleted', async () => {
    const { say, send, connector } = await open();
    await say('split');
    const deleted = { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } };
    await send({ ...deleted, id: 'in-1' });
    expect(connector.shown.size).toBe(0);
  });
});

it.each([
  'adaptiveCard/action',
  'task/fetch',
  'signin/verifyState',
  'message/submitAction',
  'x',
  undefined,
])('refuses the invoke %s as one that it does not know', async (name) => {
  const { post, errors } = await open();
  const invoke = { type: 'invoke', value: {}, ...(name !== undefined && { name }) };
  expect([400, 501]).toContain((await post(invoke)).status);
  expect([400, 501]).toContain((await post({ ...invoke, channelData: undefined })).status);
  expect(errors).toEqual([]);
});

it.each(['typing', 'messageReaction', 'event', 'endOfConversation', 'unheardOf'])(
  'lets %s pass in silence',
  async (type) => {
    const { send, errors } = await open();
    expect(await send({ type })).toEqual([]);
    expect(errors).toEqual([]);
  },
);
