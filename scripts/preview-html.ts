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
        Object.entries(SHOWN_IN).map(([name, id]) => [
          name,
          shownOf(together(channelOf(id).render(reply))),
        ]),
      );
    },
  );
  return renderPreview(entries, options);
}

/** The activities of one reply as if they were one. */
function together(activities: readonly Partial<Activity>[]): Partial<Activity> {
  const text = activities.map((activity) => activity.text ?? '').join('\n\n');
  const attachments = activities.flatMap((activity) => activity.attachments ?? []);
  return { ...activities.at(-1), text, attachments };
}

/** What a person sees of an activity. */
function shownOf({ text, attachments = [], suggestedActions }: Partial<Activity>): Shown {
  const card = attachments.find(({ contentType }) => contentType === CARD);
  const actions: readonly unknown[] = suggestedActions?.actions ?? [];
  return {
    ...(text !== undefined && text !== '' && { markdown: text }),
    ...(card !== undefined && { card: card.content as unknown }),
    buttons: actions.flatMap((action) =>
      typeof action === 'object' && action !== null && 'title' in action
        ? [String(action.title)]
        : [],
    ),
  };
}
