import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { DirectLineError } from './direct-line-error';

const account = z.looseObject({ id: z.string().max(200), name: z.string().exactOptional() });

/** What a client may send; everything that says who, where and when is filled in by the server. */
const clientActivity = z.looseObject({
  type: z.string().min(1).max(100),
  text: z.string().exactOptional(),
  textFormat: z.string().exactOptional(),
  locale: z.string().max(35).exactOptional(),
  name: z.string().exactOptional(),
  channelData: z.looseObject({ clientActivityID: z.string().max(200).optional() }).exactOptional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string() }))
    .max(10)
    .exactOptional(),
  entities: z.array(z.looseObject({ type: z.string() })).exactOptional(),
  membersAdded: z.array(account).exactOptional(),
  membersRemoved: z.array(account).exactOptional(),
});

export type ClientActivity = z.infer<typeof clientActivity>;

/** An activity as it is kept and as clients read it: instants are ISO 8601 text. */
export type StoredActivity = Readonly<
  Omit<Partial<Activity>, 'timestamp' | 'localTimestamp' | 'expiration'>
> & {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
};

/** Reads what a client sent; throws `BadArgument` naming the field that is wrong. */
export function parseClientActivity(body: unknown): ClientActivity {
  const result = clientActivity.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DirectLineError(
    'BadArgument',
    `The activity can't be read: ${['body', ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'invalid'}.`,
  );
}

/** Shows at most `length` characters of a text, with an ellipsis where more was written. */
export function cutText(activity: StoredActivity, length: number): StoredActivity {
  if (activity.text === undefined || activity.text.length <= length) return activity;
  const characters = Array.from(activity.text.slice(0, length * 2));
  return { ...activity, text: `${characters.slice(0, length).join('').trimEnd()}…` };
}

export const storedActivity = z.custom<StoredActivity>(
  (value) => z.object({ id: z.string(), type: z.string() }).safeParse(value).success,
);

/** Reads an activity back from the log. */
export function parseStoredActivity(document: string): StoredActivity {
  return storedActivity.parse(JSON.parse(document));
}
