import { Retention } from '../../src/privacy/retention';
import { movingClock, silentLog } from '../support-desk/ticket-desk';
import { openChat } from '../support/chat';
import { translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';
import { openMemory } from '../support/open-memory';

const HOUR = 3600;
const t = translator.in('en');
const recognizer = fakeRecognizer({
  hello: [sure('service.greeting')],
  'a walrus token': [sure('tokens.split')],
  'a walrus key': unsure('tokens.split', 'keys.more'),
  'a person': [sure('support.human')],
});

/** A chat whose words age, and all that its state holds. */
async function openAgeingChat() {
  const clock = movingClock();
  const database = await openMemory();
  const { say } = await openChat({ recognizer, database, now: clock.now });
  const retention = new Retention({
    ...{ database, now: clock.now, log: silentLog, timeZone: 'UTC' },
    ...{ transcriptDays: 1, outcomeDays: 365 },
  });
  const state = async () =>
    JSON.stringify(await database.selectFrom('state').selectAll().execute());
  return { say, clock, state, retention };
}

const WAYS: Readonly<Record<string, readonly string[]>> = {
  'a question that was answered': ['a walrus token'],
  'one that was asked back about': ['a walrus key'],
  'one that found no answer': ['a walrus'],
  'a ticket that is not sent': [
    'a person',
    t('ticket:offer.yes'),
    'a walrus subject',
    'walrus details',
  ],
};

describe.each(Object.entries(WAYS))('the words of %s', (_, messages) => {
  it('are forgotten after a day, whoever greets meanwhile', async () => {
    const { say, clock, state } = await openAgeingChat();
    for (const message of messages) await say(message);
    clock.pass(23 * HOUR);
    await say('hello');
    expect(await state()).toContain('walrus');
    clock.pass(2 * HOUR);
    await say('hello');
    expect(await state()).not.toContain('walrus');
  });

  it('are no younger for a greeting when their time is over', async () => {
    const { say, clock, state, retention } = await openAgeingChat();
    for (const message of messages) await say(message);
    clock.pass(23 * HOUR);
    await say('hello');
    clock.pass(HOUR + 1);
    await retention.enforce();
    expect(await state()).not.toContain('walrus');
  });
});

it('hears that the last answer helped the next day too', async () => {
  const { say, clock } = await openAgeingChat();
  await say('a walrus token');
  clock.pass(25 * HOUR);
  expect(await say('that helped')).toContain(t('feedback.glad'));
});
