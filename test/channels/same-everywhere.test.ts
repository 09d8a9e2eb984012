import type { Activity } from 'botbuilder';
import { openTeams, type TeamsPlace } from '../support/bot-service/teams-talk';
import { openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';

const recognizer = fakeRecognizer({
  hello: [sure('service.greeting')],
  split: [sure('tokens.split')],
  replacement: [sure('tokens.replacement')],
  licences: [unsure('licenses.offers', 'licenses.count', 'licenses.usage')],
  single: [unsure('keys.more')],
  both: [sure('keys.required'), sure('visual-studio.sharing')],
  half: [sure('renewal.not-renewing'), {}],
  renewal: [sure('renewal.action-pack')],
  thanks: [sure('service.thanks')],
  merger: [sure('licenses.merger')],
});

/** Entries, or the decision where there is none, that a turn's replies are about. */
function told(replies: readonly Partial<Activity>[]): string[] {
  return replies.flatMap(({ channelData }) => {
    const { faq } = (channelData ?? {}) as { faq?: { entry: string | null; decision: string } };
    return faq === undefined ? [] : [faq.entry ?? faq.decision];
  });
}

type Say = (text: string) => Promise<Partial<Activity>[]>;

async function replay(turns: readonly string[], say: Say): Promise<string[][]> {
  const all: string[][] = [];
  for (const turn of turns) all.push(told(await say(turn)));
  return all;
}

it.each(content.languages)(
  'a script of 20 turns tells the same everywhere in %s',
  async (language) => {
    const locale = content.in.get(language)?.locale ?? '';
    const t = translator.in(language);
    const title = (entry: string) => content.in.get(language)?.titles.get(entry);
    const turns = [
      'hello',
      'split',
      t('feedback.yes'),
      'licences',
      '2',
      title('licenses.usage')?.question ?? '',
      'single',
      language === 'sv' ? 'ja' : 'yes',
      title('keys.required')?.short ?? '',
      'both',
      'half',
      'weather',
      t('topics:tokens'),
      '1',
      'renewal',
      language === 'sv' ? 'avbryt' : 'never mind',
      'licences',
      t('clarify.noneOfThese'),
      'merger',
      'thanks',
    ];
    const expected = await inChat('sms');
    expect(expected).toHaveLength(20);
    expect(expected.flat()).toEqual(
      expect.arrayContaining(['tokens.split', 'licenses.count', 'keys.more', 'licenses.merger']),
    );
    expect(await inChat('webchat')).toEqual(expected);
    for (const place of ['personal', 'groupChat', 'channel'] as const)
      expect(await inTeams(place)).toEqual(expected);

    async function inChat(channelId: string): Promise<string[][]> {
      const { send } = await openChat({ recognizer, locale, channelId });
      return replay(turns, (text) => send({ text }));
    }

    async function inTeams(place: TeamsPlace): Promise<string[][]> {
      const { say, close } = await openTeams({ recognizer, locale, place });
      const entries = await replay(turns, say);
      await close();
      return entries;
    }
  },
);
