import { z } from 'zod';
import type { Account, AccountPart } from '../../core/account';
import { isCalendarDate, type CalendarDate } from '../../core/calendar-date';
import { oneLine } from '../../core/one-line';
import { storable } from '../../core/storable';

const MAX_ITEMS = 1000;

const text = z.string().min(1).max(200).overwrite(storable);
/** What people read. */
const words = z.string().max(200).overwrite(storable).overwrite(oneLine).min(1);
const count = z.number().int().min(0).max(10_000_000);
/** Dates of other centuries have nothing to do with a membership, and leave no room for those that follow from them. */
const CENTURIES = /^(?:19|20|21)/;
const date = z
  .string()
  .refine(isCalendarDate, 'must be a date YYYY-MM-DD')
  .regex(CENTURIES, 'must be of 1900 to 2199');

/** How far ahead of UTC a company's days may begin, and the clocks of who says it may be. */
const AHEAD_MS = 86_400_000;

const bought = { id: text, purchasedOn: date, renewedOn: z.array(date).max(MAX_ITEMS) };
const membership = z.discriminatedUnion('kind', [
  z.object({ ...bought, kind: z.literal('action-pack') }),
  z.object({
    ...bought,
    kind: z.literal('competency'),
    competency: text,
    name: words,
    level: z.enum(['silver', 'gold']),
  }),
]);

const token = z.object({
  id: text,
  name: words,
  seats: count,
  activatedOn: date.optional(),
  activatedAt: words.optional(),
  replacement: z.enum(['replaced', 'replacement']).optional(),
});

const productKey = z.object({
  id: text,
  name: words,
  // Exactly five characters, so that no whole key can slip in.
  ending: z.string().regex(/^[A-Z0-9]{5}$/, 'must be the last five characters of the key'),
  // A key that was never good for anything isn't one that has stopped working.
  activationsAllowed: count.min(1).optional(),
  activationsUsed: count,
});

const subscription = z.object({
  id: text,
  name: words,
  seats: count,
  assignments: z
    .array(z.object({ assignee: words, assignedOn: date, activatedOn: date.optional() }))
    .max(MAX_ITEMS),
});

const license = z.object({ id: text, name: words, count });

/** A part, of whose items `happened` gives the dates that are past by then. */
function part<Item extends z.ZodType<{ readonly id: string }>>(
  item: Item,
  happened: (item: z.output<Item>) => readonly (CalendarDate | undefined)[] = () => [],
): z.ZodType<AccountPart<z.output<Item>>> {
  const items = z
    .array(item)
    .max(MAX_ITEMS)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'ids must be unique');
  return z.discriminatedUnion('access', [
    z
      .object({ access: z.literal('granted'), items, asOf: z.iso.datetime({ offset: true }) })
      .refine(
        (granted) => granted.items.flatMap(happened).every((day) => isPast(day, granted.asOf)),
        'must have happened when it was true',
      ),
    z.object({ access: z.literal('denied') }),
  ]);
}

/** What an account server sends: `Account` of docs/account-api.yaml. What it sends besides is dropped. */
export const accountSchema: z.ZodType<Account> = z.object({
  id: text,
  company: words,
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
  memberships: part(membership, ({ purchasedOn, renewedOn }) => [purchasedOn, ...renewedOn]),
  tokens: part(token, ({ activatedOn }) => [activatedOn]),
  productKeys: part(productKey),
  visualStudio: part(subscription),
  licenses: part(license),
});

function isPast(day: CalendarDate | undefined, asOf: string): boolean {
  return day === undefined || Date.parse(day) <= Date.parse(asOf) + AHEAD_MS;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
