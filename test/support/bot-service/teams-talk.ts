import type { Activity } from 'botbuilder';
import { serviceMiddleware } from '../../../src/app';
import { loadConfig } from '../../../src/config';
import { createBotService } from '../../../src/create-bot-service';
import { speakToReachable } from '../../../src/conversation/speak-to-reachable';
import { BotStorage } from '../../../src/storage/bot-storage';
import { KnownVisitorStore } from '../../../src/storage/known-visitor-store';
import { ConversationReferenceStore } from '../../../src/storage/conversation-reference-store';
import { LocalInstances } from '../../../src/storage/instances/local-instances';
import { startServer } from '../../server/test-server';
import { createTestConversation, type ChatOptions } from '../chat';
import { startConnector } from './fake-connector';

const BOT = { id: '28:bot', name: 'Benefits' };

export type TeamsPlace = 'personal' | 'groupChat' | 'channel';

interface Submit {
  readonly title: string;
  readonly data: {
    readonly msteams: {
      readonly text: string;
      readonly displayText: string;
      readonly value: object;
    };
  };
}

/** The real bot behind the real server, talking to a Teams that stands behind a fake connector. */
export async function openTeams(options: ChatOptions & { readonly place?: TeamsPlace }) {
  const { place = 'personal', locale = 'en-GB' } = options;
  const connector = await startConnector();
  const house = await createTestConversation(options);
  const references = new ConversationReferenceStore(house.database);
  const service = createBotService(loadConfig({}), {
    middleware: serviceMiddleware(house, {
      ...{ references, instances: new LocalInstances() },
      visitors: new KnownVisitorStore(new BotStorage(house.database, house.now)),
    }),
    onTurnError: async (context, error) => {
      errors.push(error);
      await context.sendActivity({ text: 'sorry' });
    },
    ...{ now: house.now, log: house.log },
  });
  const errors: Error[] = [];
  house.notifier.connect(
    speakToReachable({
      ...{ references, log: house.log },
      speak: (reference, logic) => service.adapter.proactively(reference, logic),
    }),
  );
  const server = await startServer({ ...service, bot: house.conversation.bot });
  let count = 0;

  /** Posts an activity as Teams would; gives the response. */
  const post = (changes: Partial<Activity>): Promise<Response> => {
    count += 1;
    return fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `in-${count}`,
        timestamp: new Date(count).toISOString(),
        channelId: 'msteams',
        serviceUrl: connector.url,
        conversation: {
          id: place === 'channel' ? '19:c@thread.tacv2;messageid=1' : `a:${place}`,
          conversationType: place,
          tenantId: 'tenant',
          ...(place !== 'personal' && { isGroup: true }),
        },
        from: { id: '29:anna', name: 'Anna', aadObjectId: 'anna' },
        recipient: BOT,
        ...(locale !== '' && { locale }),
        channelData: { tenant: { id: 'tenant' } },
        ...changes,
      }),
    });
  };

  /** Posts an activity; gives the messages that were sent because of it. */
  const send = async (changes: Partial<Activity>): Promise<Partial<Activity>[]> => {
    const before = new Set(connector.shown.keys());
    const response = await post(changes);
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return [...connector.shown].filter(([id]) => !before.has(id)).map(([, activity]) => activity);
  };

  /** A message as Teams sends it: in a group with a mention, always a second time as HTML. */
  const written = (text: string): Partial<Activity> => {
    const at = `<at>${BOT.name}</at>`;
    const entities = [
      { type: 'clientInfo', locale, country: 'SE', platform: 'Web' },
      ...(place === 'personal' ? [] : [{ type: 'mention', text: at, mentioned: BOT }]),
    ];
    const said = place === 'personal' ? text : `${at}&nbsp;${text}`;
    const html = { contentType: 'text/html', content: `<div>${said}</div>` };
    return { text: said, textFormat: 'plain', entities, attachments: [html] };
  };

  /** A click on a choice of a shown card, the newest by default. */
  const clicked = (title: string, id = lastCard()): Partial<Activity> => {
    const found = submitsOf(connector.shown.get(id)).find((submit) => submit.title === title);
    if (found === undefined) throw new RangeError(`${title} is not on ${id}.`);
    const { text, value } = found.data.msteams;
    return { text, value, replyToId: id };
  };
  const lastCard = (): string =>
    [...connector.shown].findLast(([, activity]) => submitsOf(activity).length > 0)?.[0] ?? '';

  return {
    ...{ post, send, written, clicked, lastCard, connector, errors, references, house },
    say: (text: string) => send(written(text)),
    click: (title: string, id?: string) => send(clicked(title, id)),
    close: async () => {
      await server.close();
      await connector.close();
    },
  };
}

/** What can be clicked on a message, wherever it stands on its cards. */
export function submitsOf(activity: Partial<Activity> | undefined): Submit[] {
  const found: Submit[] = [];
  const search = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(search);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'Action.Submit') found.push(node as unknown as Submit);
    Object.values(node).forEach(search);
  };
  search(activity?.attachments ?? []);
  return found;
}
