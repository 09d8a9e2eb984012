import autocannon from 'autocannon';
import type { BotProcess } from './bot-process';

/** Turns of some conversations at once, each asking as soon as it was answered. */
export interface TurnFigures {
  readonly conversations: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no answer: errors, time-outs, statuses other than 2xx. */
  readonly failed: number;
}

export interface TurnLoad {
  readonly conversations: number;
  readonly seconds: number;
}

/** Questions after which somebody else begins a conversation of their own. */
const LENGTH = 20;

/** Puts conversations on a bot for some seconds. The reply comes back in the response, so a turn is one whole round. */
export async function measureTurns(
  bot: BotProcess,
  questions: readonly string[],
  { conversations, seconds }: TurnLoad,
): Promise<TurnFigures> {
  const run = `${bot.name}-${conversations}-${Date.now()}`;
  let count = 0;
  let opened = 0;
  const result = await autocannon({
    ...{ url: `${bot.url}/api/messages`, method: 'POST', timeout: 30 },
    ...{ connections: conversations, duration: seconds },
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      let person = '';
      let asked = 0;
      const setupRequest = (request: autocannon.Request) => {
        if (asked % LENGTH === 0) person = `${run}-person-${(opened += 1)}`;
        asked += 1;
        count += 1;
        const text = questions[count % questions.length];
        return { ...request, body: message(person, { id: `${run}-${count}`, text }) };
      };
      client.setRequests([{ setupRequest }]);
    },
  });
  return {
    conversations,
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

function message(person: string, content: { id: string; text: string | undefined }): string {
  return JSON.stringify({
    ...{ type: 'message', channelId: 'emulator', locale: 'en-GB' },
    ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
    ...{ conversation: { id: person }, from: { id: person }, recipient: { id: 'bot' } },
    ...content,
  });
}
