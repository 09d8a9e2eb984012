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

/** Puts conversations on a bot for some seconds. The reply comes back in the response, so a turn is one whole round. */
export async function measureTurns(
  bot: BotProcess,
  questions: readonly string[],
  { conversations, seconds }: { conversations: number; seconds: number },
): Promise<TurnFigures> {
  const run = `${bot.name}-${conversations}-${Date.now()}`;
  let count = 0;
  const body = (conversation: string) => {
    count += 1;
    return JSON.stringify({
      ...{ type: 'message', id: `${run}-${count}`, channelId: 'emulator', locale: 'en-GB' },
      ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
      ...{
        conversation: { id: conversation },
        from: { id: conversation },
        recipient: { id: 'bot' },
      },
      text: questions[count % questions.length],
    });
  };
  let opened = 0;
  const result = await autocannon({
    ...{ url: `${bot.url}/api/messages`, method: 'POST', timeout: 30 },
    ...{ connections: conversations, duration: seconds },
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      opened += 1;
      const conversation = `${run}-person-${opened}`;
      client.setRequests([
        { setupRequest: (request) => ({ ...request, body: body(conversation) }) },
      ]);
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
