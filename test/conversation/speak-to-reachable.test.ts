import { DirectLineError } from '../../src/channels/direct-line/direct-line-error';
import { speakToReachable } from '../../src/conversation/speak-to-reachable';
import { silentLog } from '../support-desk/ticket-desk';

const reference = { channelId: 'directline', conversation: { id: 'c' }, user: { id: 'u' } };

function open(speak: Parameters<typeof speakToReachable>[0]['speak']) {
  const forget = jest.fn(() => Promise.resolve());
  const references = { find: () => Promise.resolve(undefined), forget };
  const say = jest.fn(() => Promise.resolve());
  const spoken = speakToReachable({ speak, references, log: silentLog })(
    reference as Parameters<typeof speak>[0],
    say,
  );
  return { spoken, forget, say };
}

it('says that it may work later where the turn fails before it can speak, whoever handles that', async () => {
  const { spoken, forget, say } = open(() => Promise.resolve());
  await expect(spoken).rejects.toThrow('before the bot could speak');
  expect([forget.mock.calls.length, say.mock.calls.length]).toEqual([0, 0]);
});

it.each([
  ['the service', { statusCode: 404 }],
  ['the chat page', new DirectLineError('ConversationNotFound', 'There is no such conversation.')],
])('forgets whom %s knows no more', async (_, problem) => {
  const { spoken, forget } = open(() =>
    Promise.reject(Object.assign(problem instanceof Error ? problem : new Error('gone'), problem)),
  );
  await spoken;
  expect(forget).toHaveBeenCalledTimes(1);
});
