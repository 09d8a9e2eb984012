import { toKeptActivity } from '../../src/channels/direct-line/kept-activity';
import { readThumb } from '../../src/channels/web-chat/thumbs';
import { digestOf } from '../../src/core/digest';
import { localRedactor } from '../../src/privacy/local-redactor';

const click = (id: string) => ({
  ...{ id: 'click', type: 'event', timestamp: '2026-05-20T10:00:00.000Z' },
  name: 'webchat:activity-status/feedback',
  entities: [
    { type: 'https://schema.org/Message', '@type': 'DislikeAction', '@id': id, more: 'x' },
  ],
});

it('keeps what a click on a thumb says, for a turn that is run again', async () => {
  for (let place = 0; place < 500; place += 1) {
    const answer = digestOf(`answer ${place}`);
    const { kept } = await toKeptActivity(click(answer), localRedactor);
    expect(readThumb(JSON.parse(JSON.stringify(kept)) as object)).toEqual({
      of: answer,
      helped: false,
    });
    expect(JSON.stringify(kept)).not.toContain('more');
  }
});

it.each([
  ['a private detail', click('anna@fjallberg.example')],
  ['a message', { ...click('answer'), type: 'message' }],
  ['much', click('x'.repeat(101))],
])('keeps no mark of %s', async (_, activity) => {
  const { kept } = await toKeptActivity(activity, localRedactor);
  expect(kept.entities).toBeUndefined();
});
