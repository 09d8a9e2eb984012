import type { Activity } from 'botbuilder';
import { validateAndFixActivity } from 'botbuilder/lib/activityValidator';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { BotServiceAdapter } from '../channels/bot-service/bot-service-adapter';
import type { Bot } from '../channels/direct-line/turns';
import type { Door } from './door';
import { HttpError } from './http-error';
import { jsonBody } from './json-body';
import { oneARound } from './one-a-round';

const account = z.looseObject({ id: z.string().min(1) });

/** What may be missing, in JSON also by being null. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const text = optional(z.string());
const accounts = optional(z.array(account));
const objects = optional(z.array(z.looseObject({})));

/** What every activity must have before the Bot Framework can work with it, and what the SDK takes on trust. */
const activityFields = z.looseObject({
  type: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/, error: 'must be an http address' }),
  channelId: z.string().min(1).max(100),
  conversation: account,
  from: account,
  recipient: optional(z.looseObject({ id: text })).transform((bot) => bot ?? {}),
  ...{ id: text, text, name: text, locale: text, deliveryMode: text, action: text },
  ...{ replyToId: text, textFormat: text, callerId: text },
  ...{ membersAdded: accounts, membersRemoved: accounts },
  ...{
    attachments: objects,
    entities: objects,
    reactionsAdded: objects,
    reactionsRemoved: objects,
  },
});

/** The SDK's type for what has those fields. */
const asActivity = z.custom<Activity>();

export interface MessagesOptions {
  readonly adapter: Pick<BotServiceAdapter, 'receive'>;
  readonly bot: Bot;
  /** Lets activities in. */
  readonly door: Door;
  readonly bodyBytes: number;
}

/** `POST /api/messages`: the Bot Framework protocol. */
export function addMessagesRoutes(server: Server, options: MessagesOptions): void {
  const { adapter, bot, door } = options;
  const answer = async (request: Request, response: Response) => {
    const activity = readActivity(request.body);
    const sender = await door.admit(activity, request.headers.authorization);
    const reply = await adapter.receive(activity, sender, (context) => bot.run(context));
    response.send(reply?.status ?? 200, reply?.body);
  };
  server.post('/api/messages', oneARound(), ...jsonBody(options.bodyBytes), answer);
}

/** Gives the activity; throws {@link HttpError} for a body that the adapter could not handle. */
function readActivity(body: unknown): Activity {
  const result = activityFields.safeParse(body);
  if (result.success) return validateAndFixActivity(asActivity.parse(result.data));
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
  );
  throw new HttpError('BadRequest', `This is no activity: ${problems.join('; ')}.`);
}
