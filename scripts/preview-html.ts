import { Channels, type Activity } from 'botbuilder';
import { channelOf } from '../src/channels/channel-of';
import { loadContent } from '../src/content/load-content';
import { createPreview, type Shown } from '../src/content/preview/preview';
import { renderPreview } from '../src/content/preview/render-preview';
import { createTranslator } from '../src/content/translator';
import { AnswerBuilder } from '../src/conversation/answer-builder';
import type { Reply } from '../src/core/reply';
import { rememberedConfusions } from './remembered-confusions';

/** Channels of the preview, by the name that people know. */
const SHOWN_IN = { 'Web Chat': Channels.Webchat, Teams: Channels.Msteams };
const CARD = 'application/vnd.microsoft.card.adaptive';

/** The preview of the content below a folder. Throws a `ContentError` when it can't be served. */
export function previewHtml(root: string, options: { readonly live: boolean }): string {
  const content = loadContent(root);
  const translator = createTranslator(content);
  const answers = new AnswerBuilder(content, translator);
  const entries = createPreview(
    content,
    rememberedConfusions(root, content),
    ({ id }, language) => {
      const t = translator.in(language);
      const answer = answers.answer(id, language);
      const helped = [t('feedback.yes'), t('feedback.no')];
      const reply: Reply = {
        ...{ type: 'answer', language, answer },
        labels: {
          example: t('answer.example'),
          readMore: t('answer.readMore'),
          didThisHelp: t('answer.didThisHelp'),
        },
        choices: [...answer.related.map(({ title }) => title), ...helped].map((title) => ({
          title,
          value: title,
        })),
      };
      return new Map(
        Object.entries(SHOWN_IN).map(([name, id]) => [name, shownOf(channelOf(id).render(reply))]),
      );
    },
  );
  return renderPreview(entries, options);
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
