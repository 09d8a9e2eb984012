import { openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';

/** A question with something to hide that the bot has no answer to. */
export const BROKEN = 'Our key VK7JG-NPHTM-C97JM-9MPGT-3V66T is out of activations';

type Chat = Awaited<ReturnType<typeof openChat>>;

/** Chats about tickets in one language, and what is said in them. */
export function ticketChats(language: string) {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';
  const word = (en: string, sv: string) => (language === 'sv' ? sv : en);
  const question = word('how long is the window?', 'hur långt är fönstret?');
  const doubtful = word('does the window cost anything?', 'kostar fönstret något?');
  const unknown = word('does it work with Exchange?', 'funkar det med Exchange?');
  const askTicket = word('open a ticket please', 'lägg upp ett ärende, tack');
  const recognizer = fakeRecognizer({
    split: [sure('tokens.split')],
    person: [sure('support.human')],
    'my ticket, what about it': [sure('support.human')],
    'vad händer med mitt ärende egentligen': [sure('support.human')],
    [askTicket]: [sure('support.human')],
    [question]: [sure('renewal.action-pack')],
    [doubtful]: [unsure('renewal.competency', 'renewal.action-pack')],
    hmm: [unsure('keys.more', 'keys.required')],
  });
  const verdict = content.in.get(language)?.answers.get('renewal.action-pack')?.verdict ?? '';
  const yes = word('yes', 'ja');
  const no = word('no', 'nej');
  const open = (options: Partial<Parameters<typeof openChat>[0]> = {}) =>
    openChat({ recognizer, locale, ...options });

  /** From two misses to the ticket as it is shown. */
  const fillIn = async ({ say }: Chat) => {
    await say(BROKEN);
    await say(BROKEN);
    await say(yes);
    await say(word('We reinstalled on Monday', 'Vi installerade om i måndags'));
    return say('kim@contoso.example');
  };
  const sent = async ({ desk }: Chat) => desk.ticketStore.list({ limit: 10 });
  /** To where the e-mail address is asked for. */
  const comeToEmail = async ({ say }: Chat) => {
    await say(askTicket);
    await say(BROKEN);
    return say(t('ticket:choice.nothing'));
  };
  return {
    ...{ t, word, question, doubtful, unknown, askTicket, verdict, yes, no },
    ...{ open, fillIn, comeToEmail, sent },
  };
}
