import type { Middleware, TurnContext } from 'botbuilder';
import { calendarDateAt } from '../../core/calendar-date';
import type { Channel } from '../../channels/channel';
import type { Content } from '../../content/content';
import type { Translator } from '../../content/translator';
import type { Clock } from '../../core/clock';
import { plainLines } from '../../core/plain-lines';
import type { RecognizedPart, Recognition } from '../../core/recognition';
import type { Recognizer } from '../../understanding/recognizers/recognizer';
import type { Memory } from '../memory';
import type { createSpokenOf } from '../spoken-of';
import { setTurn, type Turn } from '../turn';

interface Understanding {
  readonly recognizer: Recognizer;
  readonly memory: Memory;
  readonly translator: Translator;
  readonly content: Content;
  readonly channelOf: (channelId: string) => Channel;
  readonly now: Clock;
  readonly timeZone: string;
  /** Whether replies carry what was recognized, for tools. */
  readonly expose: boolean;
  /** Which question a message goes back to. */
  readonly spokenOf: ReturnType<typeof createSpokenOf>;
}

/** Understands each activity, remembers its language and prepares the {@link Turn} that the bot answers. */
export function understandTurns(house: Understanding): Middleware {
  return {
    async onTurn(context, next) {
      setTurn(await understand(context, house));
      await next();
    },
  };
}

async function understand(context: TurnContext, house: Understanding): Promise<Turn> {
  const { memory, recognizer, translator } = house;
  const [person, conversation] = [await memory.person(context), await memory.conversation(context)];
  const utterance = utteranceOf(context);
  const today = calendarDateAt(house.now(), house.timeZone);
  const recognition = await recognizer.recognize(utterance, {
    asked: person.asked,
    // Whoever arrives sees a page or a client in a language; what they wrote elsewhere doesn't count yet.
    remembered: isArrival(context) ? undefined : person.language,
    locale: context.activity.locale,
    ...house.spokenOf(utterance, conversation),
    today,
    explain: house.expose,
  });
  const { language, languageEvidence } = recognition;
  if (utterance !== '') {
    person.language = language;
    if (languageEvidence.source === 'asked') person.asked = language;
    else if (language !== person.asked) delete person.asked;
  }
  const t = translator.in(language);
  const locale = house.content.in.get(language)?.locale ?? language;
  const channel = house.channelOf(context.activity.channelId);
  const turn: Turn = {
    ...{ context, language, locale, t, utterance, recognition, today },
    privateChat: channel.privateChat?.(context.activity, utterance),
    rating: channel.readRating?.(context.activity),
    async say(reply, about = recognition.parts[0]) {
      const [first, ...others] = channel.render({ ...reply, language });
      const shown = 'answer' in reply ? reply.answer.entry : reply.entry;
      const faq = house.expose && about ? exposed(recognition, about, shown) : undefined;
      const channelData = faq && { ...(first.channelData as object | undefined), faq };
      const activities = [{ ...first, ...(faq && { channelData }) }, ...others];
      const sent = await context.sendActivities(
        activities.map((said) => ({ ...said, locale: language })),
      );
      return sent[0]?.id;
    },
  };
  return turn;
}

function isArrival({ activity }: TurnContext): boolean {
  return ['conversationUpdate', 'installationUpdate'].includes(activity.type);
}

/** What a person wrote, clicked, or has changed a message to. */
function utteranceOf({ activity }: TurnContext): string {
  const { type }: { type: string } = activity;
  if (type !== 'message' && type !== 'messageUpdate') return '';
  if (typeof activity.text === 'string' && activity.text.trim() !== '')
    return plainLines(activity.text);
  return typeof activity.value === 'string' ? plainLines(activity.value) : '';
}

function exposed(recognition: Recognition, about: RecognizedPart, shown: string | undefined) {
  const { intents, entities, decision } = about;
  const entry = shown ?? (decision === 'answer' ? intents[0]?.intent : undefined);
  const { language, languageEvidence, version, explanation } = recognition;
  const why = explanation && {
    ...{ written: explanation.written, thresholds: explanation.thresholds },
    ...explanation.parts[recognition.parts.indexOf(about)],
  };
  return {
    ...{ language, decision, entry: entry ?? null, intents, entities },
    ...{ languageEvidence, ...why, version },
  };
}
