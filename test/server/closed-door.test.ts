import { loadConfig } from '../../src/config';
import { createBotService } from '../../src/create-bot-service';
import { silentLog } from './test-server';

/** Without an app id. */
function doorWith(settings: Readonly<Record<string, string>>) {
  const { door } = createBotService(loadConfig(settings), {
    ...{ middleware: [], onTurnError: () => Promise.resolve(), log: silentLog },
    now: () => new Date(),
  });
  return door.admit({ channelId: 'emulator', serviceUrl: 'http://127.0.0.1:9' }, undefined);
}

it.each<Readonly<Record<string, string>>>([{}, { HOST: '127.0.0.1' }, { HOST: 'localhost' }])(
  'takes activities of this machine with %j',
  async (settings) => {
    await expect(doorWith(settings)).resolves.toBeDefined();
  },
);

it.each<Readonly<Record<string, string>>>([
  { HOST: '0.0.0.0' },
  { HOST: '::' },
  { HOST: '192.168.1.5' },
  { TRUST_PROXY: 'true' },
  { TRUST_PROXY: 'true', HOST: '127.0.0.1' },
])('takes activities of nobody with %j: strangers might reach it', async (settings) => {
  await expect(doorWith(settings)).rejects.toMatchObject({ code: 'Forbidden', status: 403 });
});
