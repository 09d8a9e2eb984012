import type { Activity } from 'botbuilder';
import { openTeams } from '../support/bot-service/teams-talk';
import { openChat } from '../support/chat';
import { translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const recognizer = fakeRecognizer({
  split: [sure('tokens.split')],
  keys: [sure('keys.more')],
  person: [sure('support.human')],
});
const t = translator.in('en');

/** What Web Chat sends when a thumb below an answer is clicked: the action that the answer came with. */
function thumb(answer: Partial<Activity> | undefined, type: 'LikeAction' | 'DislikeAction') {
  const [entity] = answer?.entities ?? [];
  const { potentialAction } = entity as unknown as {
    potentialAction: readonly { readonly '@type': string; readonly '@id': string }[];
  };
  const action = potentialAction.find((candidate) => candidate['@type'] === type);
  return { type: 'event', name: 'webchat:activity-status/feedback', entities: [action] } as object;
}

async function ratings(database: Awaited<ReturnType<typeof openChat>>['database']) {
  const rows = await database.selectFrom('event').selectAll().execute();
  const events = rows.map(({ document }) => JSON.parse(document) as Record<string, unknown>);
  const read = (type: string) => events.filter((event) => event['type'] === type);
  return { answered: read('answered'), rated: read('rated'), commented: read('commented') };
}

describe('a thumb in Web Chat', () => {
  it('rates the very answer that it stands below, also an older one', async () => {
    const { send, database } = await openChat({ recognizer });
    const [first] = await send({ text: 'split' });
    const [second] = await send({ text: 'keys' });
    const [thanks] = await send(thumb(first, 'LikeAction'));
    expect(thanks?.text).toBe(t('feedback.glad'));
    const [offer] = await send(thumb(second, 'DislikeAction'));
    expect(offer?.text).toContain(t('ticket:offer.unhelpful'));
    const { answered, rated } = await ratings(database);
    const ids = answered.map((event) => event['id']);
    expect(rated).toMatchObject([
      { answer: ids[0], helped: true },
      { answer: ids[1], helped: false },
    ]);
  });

  it('that was made up, or is of another conversation, rates nothing', async () => {
    const { send: elsewhere } = await openChat({ recognizer });
    const [answer] = await elsewhere({ text: 'split', id: 'elsewhere' });
    const { send, database } = await openChat({ recognizer });
    expect(await send(thumb(answer, 'LikeAction'))).toEqual([]);
    const click = { type: 'event', name: 'webchat:activity-status/feedback' };
    for (const entities of [undefined, [], [{ type: 'x' }]])
      expect(await send({ ...click, ...(entities && { entities }) })).toEqual([]);
    expect((await ratings(database)).rated).toEqual([]);
  });

  it('does not get in the way of a ticket that is being written', async () => {
    const { send, say, database } = await openChat({ recognizer });
    const [answer] = await send({ text: 'split' });
    await say('person');
    await say('yes');
    expect(await send(thumb(answer, 'LikeAction'))).toEqual([]);
    expect(await say('the token is broken')).not.toBe('');
    expect((await ratings(database)).rated).toMatchObject([{ helped: true }]);
  });
});

describe('feedback in Teams', () => {
  const feedback = (replyToId: string, reaction: string, text = '') => ({
    ...{ type: 'invoke', name: 'message/submitAction', replyToId },
    value: {
      actionName: 'feedback',
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText: text }) },
    },
  });

  it('rates the answer that it was given for, and keeps what was written', async () => {
    const { say, post, connector, house, close } = await openTeams({ recognizer });
    await say('split');
    const [[id, answer] = ['', {}]] = [...connector.shown];
    expect(answer.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
    const response = await post(feedback(id, 'dislike', 'call me on 070-123 45 67'));
    expect(response.status).toBe(200);
    const { rated, commented } = await ratings(house.database);
    expect(rated).toMatchObject([{ helped: false }]);
    expect(JSON.stringify(commented)).toMatch(/call me on/);
    expect(JSON.stringify(commented)).not.toContain('070-123 45 67');
    await close();
  });

  it('without words is answered like the button', async () => {
    const { say, send, connector, close } = await openTeams({ recognizer });
    await say('split');
    const [id = ''] = [...connector.shown.keys()];
    const [thanks] = await send(feedback(id, 'like'));
    expect(thanks?.text).toBe(t('feedback.glad'));
    expect(await send(feedback('unknown', 'like'))).toEqual([]);
    await close();
  });
});
