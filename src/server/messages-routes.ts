import type { Request, Response, Server } from 'restify';
import type { CloudAdapter } from 'botbuilder';
import { z } from 'zod';
import type { Bot } from '../channels/direct-line/turns';
import { HttpError } from './http-error';
import { jsonBody } from './json-body';
import { isLoopback } from './loopback';

const account = z.looseObject({ id: z.string().min(1) });

/** What every activity must have before the Bot Framework can work with it. */
const activity = z.looseObject({
  type: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/, error: 'must be an http address' }),
  channelId: z.string().min(1),
  conversation: account,
  from: account,
});

export interface MessagesOptions {
  readonly adapter: Pick<CloudAdapter, 'process'>;
  readonly bot: Bot;
  /** Whether callers prove who they are; if not, only services on this machine are answered. */
  readonly isAuthenticated: boolean;
  readonly bodyBytes: number;
}

/** `POST /api/messages`: the Bot Framework protocol. */
export function addMessagesRoutes(server: Server, options: MessagesOptions): void {
  const answer = async (request: Request, response: Response) => {
    const body = checkActivity(request.body, options.isAuthenticated);
    const reply = await process({ body, headers: request.headers, method: 'POST' }, options);
    response.send(reply.status, reply.body);
  };
  server.post('/api/messages', ...jsonBody(options.bodyBytes), answer);
}

type IncomingActivity = z.infer<typeof activity>;

/** Gives the activity; throws {@link HttpError} for a body that the adapter could not handle, or must not. */
function checkActivity(body: unknown, isAuthenticated: boolean): IncomingActivity {
  const result = activity.safeParse(body);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
    );
    throw new HttpError('BadRequest', `This is no activity: ${problems.join('; ')}.`);
  }
  const { hostname } = new URL(result.data.serviceUrl);
  if (!isAuthenticated && !isLoopback(hostname))
    throw new HttpError(
      'ForeignServiceUrl',
      'Without an app id the bot answers only to service URLs on its own machine.',
    );
  return result.data;
}

/** Lets the adapter handle the request, but keeps its answer back: it tells callers the text of every error. */
async function process(
  incoming: {
    readonly body: IncomingActivity;
    readonly headers: Request['headers'];
    readonly method: string;
  },
  options: MessagesOptions,
): Promise<{ readonly status: number; readonly body?: unknown }> {
  const reply: { status: number; body?: unknown } = { status: 200 };
  const turn = { hasBegun: false };
  const held = {
    socket: undefined,
    end: () => undefined,
    header: () => undefined,
    send: (body: unknown) => (reply.body = body),
    status: (status: number) => (reply.status = status),
  };
  await options.adapter.process(incoming, held, async (context) => {
    turn.hasBegun = true;
    await options.bot.run(context);
  });
  if (reply.status < 400) return reply;
  if (turn.hasBegun) throw new Error(`The turn ended with status ${reply.status}.`);
  if (options.isAuthenticated)
    throw new HttpError('Unauthorized', 'The bearer token is not one of the Bot Framework.');
  throw new HttpError('BadRequest', 'The activity could not be read.');
}
