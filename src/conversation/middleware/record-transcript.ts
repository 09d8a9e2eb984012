import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import { beginningOf } from '../../core/beginning-of';
import type { Clock } from '../../core/clock';
import { remember } from '../../core/remember';
import type { TranscriptLine } from '../../core/ticket';
import type { Redactor } from '../../privacy/redactor';
import type { Memory } from '../memory';
import { turnOf } from '../turn';
import { recordable } from '../unrecorded';

const LONGEST_LINE = 1000;

/** Remembers what is said, redacted, for the ticket that may come of it. */
export function recordTranscript(memory: Memory, redactor: Redactor, now: Clock): Middleware {
  // Most of what the bot says it has said before.
  const redactOwn = remember((text) => redactor.redact(text), { limit: 500, longest: 4000 });
  const add = async (context: TurnContext, from: TranscriptLine['from'], text: string) => {
    if (text.trim() === '') return;
    const said = recordable(context, text);
    const redacted = await (from === 'bot' ? redactOwn(said) : redactor.redact(said));
    const line = { from, text: cut(redacted), at: now().toISOString() };
    await memory.say(context, line);
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
  return text.length <= LONGEST_LINE ? text : `${beginningOf(text, LONGEST_LINE - 1)}…`;
}
