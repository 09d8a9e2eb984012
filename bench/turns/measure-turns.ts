import autocannon from 'autocannon';
import type { BotProcess } from './bot-process';
import type { Connector } from './connector';

/** Turns of some conversations at once, each asking as soon as it was answered. */
export interface TurnFigures {
  readonly conversations: number;
  /** Whether replies went through a connector, as channels have it, instead of coming in the response. */
  readonly isDelivered: boolean;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no answer: errors, time-outs, statuses other than 2xx, replies that weren't delivered. */
  readonly failed: number;
}

export interface TurnLoad {
  readonly conversations: number;
  readonly seconds: number;
  /** Where replies are delivered to; without it they come in the response. */
  readonly connector?: Connector | undefined;
}

/** Questions after which somebody else begins a conversation of their own. */
const LENGTH = 20;

/** Puts conversations on a bot for some seconds. It responds when it has replied, so a turn is one whole round. */
export async function measureTurns(
  bot: BotProcess,
  questions: readonly string[],
  { conversations, seconds, connector }: TurnLoad,
): Promise<TurnFigures> {
  const run = `${bot.name}-${conversations}-${Date.now()}`;
  let count = 0;
  let opened = 0;
  const deliveredBefore = connector?.delivered ?? 0;
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
        const about = { id: `${run}-${count}`, text, ...wayOfReplies(connector) };
        return { ...request, body: message(person, about) };
      };
      client.setRequests([{ setupRequest }]);
    },
  });
  const delivered = (connector?.delivered ?? result['2xx']) - deliveredBefore;
  return {
    ...{ conversations, isDelivered: connector !== undefined },
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed:
      result.errors + result.timeouts + result.non2xx + Math.max(0, result['2xx'] - delivered),
  };
}

function wayOfReplies(connector: Connector | undefined) {
  if (connector !== undefined) return { serviceUrl: connector.url };
  return { serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' };
}

function message(person: string, content: object): string {
  return JSON.stringify({
    ...{ type: 'message', channelId: 'emulator', locale: 'en-GB' },
    ...{ conversation: { id: person }, from: { id: person }, recipient: { id: 'bot' } },
    ...content,
  });
}
