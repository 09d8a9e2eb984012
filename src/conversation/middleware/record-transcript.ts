import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import type { Clock } from '../../core/clock';
import { SILENCE_HOURS } from '../../core/outcome';
import { remember } from '../../core/remember';
import type { TranscriptLine } from '../../core/ticket';
import type { Redactor } from '../../privacy/redactor';
import type { Memory } from '../memory';
import { turnOf } from '../turn';
import { recordable } from '../unrecorded';

const LONGEST_LINE = 1000;
const MOST_LINES = 40;

/** Remembers the last lines of each conversation, of one day at most, redacted, for the ticket that may come of it. */
export function recordTranscript(memory: Memory, redactor: Redactor, now: Clock): Middleware {
  // Most of what the bot says it has said before.
  const redactOwn = remember((text) => redactor.redact(text), { limit: 500, longest: 4000 });
  const add = async (context: TurnContext, from: TranscriptLine['from'], text: string) => {
    if (text.trim() === '') return;
    const said = recordable(context, text);
    const redacted = await (from === 'bot' ? redactOwn(said) : redactor.redact(said));
    const line = { from, text: cut(redacted), at: now().toISOString() };
    const conversation = await memory.conversation(context);
    const since = new Date(now().getTime() - SILENCE_HOURS * 3_600_000).toISOString();
    const recent = (conversation.transcript ?? []).filter(({ at }) => at >= since);
    conversation.transcript = [...recent, line].slice(-MOST_LINES);
  };
  return {
    async onTurn(context, next) {
      await add(context, 'person', turnOf(context).utterance);
      context.onSendActivities(async (_, activities, send) => {
        const responses = await send();
        for (const { type, text = '' } of activities)
          if (type === ActivityTypes.Message) await add(context, 'bot', text);
        return responses;
      });
      await next();
    },
  };
}

function cut(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 1)}…`;
}
