import type { Content } from '../../content/content';
import type { EntryId } from '../../core/entry';
import type { PrivacyNotice } from '../privacy-notice';
import type { Turn } from '../turn';
import { choice } from './say-answer';
import { topicOffer } from './menu-response';
import type { Respond } from './response';

/** One response for each conversation service, by its id. */
export function createServiceResponses(
  content: Content,
  privacy: PrivacyNotice,
): Readonly<Record<EntryId, Respond>> {
  const withMenu: (key: string) => Respond = (key) => async (turn, part) => {
    const offer = topicOffer(turn, content);
    await turn.say({ type: 'question', text: turn.t(key), choices: offer.choices }, part);
    return offer;
  };
  const saying: (words: (turn: Turn) => readonly string[]) => Respond =
    (words) => async (turn, part) => {
      await turn.say({ type: 'text', text: words(turn).join('\n\n') }, part);
      return undefined;
    };
  return {
    'service.greeting': withMenu('service.greeting'),
    'service.help': withMenu('service.help'),
    'service.thanks': saying(({ t }) => [t('service.thanks')]),
    'service.goodbye': saying(({ t }) => [t('service.goodbye')]),
    'service.identity': saying(({ t }) => [t('service.identity'), ...privacy.paragraphs(t)]),
    'service.language': languageResponse(content),
  };
}

function languageResponse(content: Content): Respond {
  return async (turn, part) => {
    if (turn.recognition.languageEvidence.source === 'asked') {
      await turn.say({ type: 'text', text: turn.t('language.switched') }, part);
      return undefined;
    }
    const choices = [...content.in.values()].map(({ name }) => choice(name, { type: 'unmatched' }));
    await turn.say({ type: 'question', text: turn.t('language.which'), choices }, part);
    return undefined;
  };
}
