import type { Activity } from 'botbuilder';
import { setTimeout as wait } from 'node:timers/promises';
import type { AccountBackend } from '../../src/accounts/account-backend';
import { DemoAccountBackend } from '../../src/accounts/demo-account-backend';
import { TerminalAdapter } from '../../src/channels/plain/terminal-adapter';
import { createTestConversation } from '../support/chat';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const now = () => new Date('2026-05-20T10:00:00Z');
const PEOPLE = ['anna', 'ingrid', 'mikko', 'sofie', 'grace', 'carmen', 'maja'];
const LOCALES = ['en-GB', 'sv-SE'];
const QUESTIONS = ['our window', 'our token', 'our seats', 'our licences'];
const CONVERSATIONS = 84;

const recognizer = fakeRecognizer({
  'our window': [sure('account.renewal')],
  'our token': [sure('account.token')],
  'our seats': [sure('account.visual-studio')],
  'our licences': [sure('account.licenses')],
});

/** Answers after a while of its own for each call, so that turns overtake each other. */
function slow(backend: AccountBackend): AccountBackend {
  let calls = 0;
  return {
    async find(identity) {
      calls += 1;
      await wait((calls * 7) % 23);
      return backend.find(identity);
    },
  };
}

async function openBot(accounts: AccountBackend) {
  const { conversation } = await createTestConversation({
    ...{ recognizer, accounts, now, expose: false },
    identify: ({ activity }) => ({ provider: 'demo', user: activity.from.id.replace(/ .*/, '') }),
  });
  /** One person's conversation; gives the texts of all replies. */
  let visits = 0;
  return async (person: string, locale: string): Promise<string> => {
    // A person's language is remembered over conversations, so each visit is by another colleague of theirs.
    const id = `${person} ${visits++}`;
    const said: Partial<Activity>[] = [];
    const adapter = new TerminalAdapter(conversation.bot, (reply) => said.push(reply), locale);
    for (const step of conversation.middleware) adapter.use(step);
    for (const text of QUESTIONS) await adapter.receive({ text, from: { id, name: '' } });
    return said.map(({ text }) => text).join('\n');
  };
}

describe('many conversations at once', () => {
  it('keep each company and each language to itself', async () => {
    const backend = new DemoAccountBackend(now);
    const expected = new Map<string, string>();
    for (const person of PEOPLE)
      for (const locale of LOCALES) {
        const alone = await openBot(backend);
        expected.set(`${person} ${locale}`, await alone(person, locale));
      }
    expect(new Set(expected.values()).size).toBe(PEOPLE.length * LOCALES.length);

    const talk = await openBot(slow(backend));
    const mixed = Array.from({ length: CONVERSATIONS }, (_, index) => ({
      person: PEOPLE[index % PEOPLE.length] ?? '',
      locale: LOCALES[index % LOCALES.length] ?? '',
    }));
    const heard = await Promise.all(mixed.map(({ person, locale }) => talk(person, locale)));
    mixed.forEach(({ person, locale }, index) => {
      expect(heard[index]).toBe(expected.get(`${person} ${locale}`));
    });
  });

  it('are told apart by that comparison: a backend that mixes identities up is caught', async () => {
    const backend = new DemoAccountBackend(now);
    let last: Parameters<AccountBackend['find']>[0] | undefined;
    const shared: AccountBackend = {
      async find(identity) {
        last = identity;
        await wait(5);
        return backend.find(last);
      },
    };
    const talk = await openBot(shared);
    const [annas, ingrids] = await Promise.all([talk('anna', 'en-GB'), talk('ingrid', 'en-GB')]);
    expect(annas.includes('Nordlys') || ingrids.includes('Fjällberg')).toBe(true);
  });
});
