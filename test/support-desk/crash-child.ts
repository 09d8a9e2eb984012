import { openDatabase } from '../../src/storage/database';
import { createWebhookBackend } from '../../src/support/tickets/webhook-backend';
import { openChat } from '../support/chat';
import { translator } from '../support/content';
import { fakeRecognizer } from '../support/fake-recognizer';

/** A bot in a process of its own, whose person says yes to a ticket. */
async function main([databaseUrl = '', url = '']: readonly string[]): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const now = () => new Date();
  const backend = createWebhookBackend({ url, secret: 's', fetch, now });
  const { say } = await openChat({ recognizer: fakeRecognizer({}), database, backend, now });
  const t = translator.in('en');
  for (const text of [
    'broken key',
    'broken key',
    t('ticket:offer.yes'),
    t('ticket:choice.nothing'),
  ])
    await say(text);
  await say('kim@contoso.example');
  await say(t('ticket:choice.send'));
}

void main(process.argv.slice(2));
