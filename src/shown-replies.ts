import { Channels, TestAdapter, type Activity } from 'botbuilder';
import type { Content } from './content/content';
import type { Shown } from './content/preview/preview';
import { loadConfig } from './config';
import { createBot } from './create-bot';
import type { Entry, EntryId } from './core/entry';
import type { Language } from './core/language';
import type { Recognizer } from './understanding/recognizers/recognizer';

/** Channels of the preview, by the name that people know. */
const SHOWN_IN = { 'Web Chat': Channels.Webchat, Teams: Channels.Msteams };
const CARD = 'application/vnd.microsoft.card.adaptive';

/** Understands the id of an entry as its question, so that a preview needs no training. */
const byId: Recognizer = {
  recognize: (text, { locale = '' }) =>
    Promise.resolve({
      text,
      language: locale.split('-')[0] ?? locale,
      languageEvidence: { source: 'channel', score: 1 },
      version: 'preview',
      parts: [{ text, decision: 'answer', intents: [{ intent: text, score: 1 }], entities: [] }],
    }),
};

/** What the bot itself replies to the question of every entry, or of some, to somebody who isn't signed in. */
export async function shownReplies(
  root: string,
  content: Content,
  ids: Iterable<EntryId> = content.entries.keys(),
): Promise<(entry: Entry, language: Language) => ReadonlyMap<string, Shown>> {
  const config = loadConfig({ DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent' });
  const bot = await createBot(config, { root, content, recognizer: byId });
  const shown = new Map<string, ReadonlyMap<string, Shown>>();
  for (const id of ids)
    for (const [language, { locale }] of content.in) {
      const channels = new Map<string, Shown>();
      for (const [name, channelId] of Object.entries(SHOWN_IN))
        channels.set(name, shownOf(await ask(bot.conversation, { id, locale, channelId })));
      shown.set(`${id} ${language}`, channels);
    }
  await bot.database.destroy();
  return ({ id }, language) => shown.get(`${id} ${language}`) ?? new Map<string, Shown>();
}

/** What a person who asks nothing else gets. */
async function ask(
  { bot, middleware }: Awaited<ReturnType<typeof createBot>>['conversation'],
  { id, locale, channelId }: { id: EntryId; locale: string; channelId: string },
): Promise<readonly Partial<Activity>[]> {
  const person = { id: `${channelId} ${locale} ${id}`, name: '' };
  const adapter = new TestAdapter((context) => bot.run(context), {
    ...{ channelId, locale, user: person },
    conversation: { ...person, isGroup: false, conversationType: 'personal' },
  });
  for (const step of middleware) adapter.use(step);
  await adapter.receiveActivity({ text: id, from: person, locale });
  return adapter.activeQueue;
}

/** What a person sees of the activities that a reply becomes. */
function shownOf(activities: readonly Partial<Activity>[]): Shown {
  const texts = activities.flatMap(({ text }) => (text ? [text] : []));
  const attachments = activities.flatMap((activity) => activity.attachments ?? []);
  const card = attachments.find(({ contentType }) => contentType === CARD);
  const actions = activities.flatMap(
    ({ suggestedActions }): readonly unknown[] => suggestedActions?.actions ?? [],
  );
  return {
    ...(texts.length > 0 && { markdown: texts.join('\n\n') }),
    ...(card !== undefined && { card: card.content as unknown }),
    buttons: actions.flatMap((action) =>
      typeof action === 'object' && action !== null && 'title' in action
        ? [String(action.title)]
        : [],
    ),
  };
}
