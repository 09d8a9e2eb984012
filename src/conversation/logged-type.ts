import { ActivityTypes } from 'botbuilder';

const KNOWN: ReadonlySet<string> = new Set(Object.values(ActivityTypes));

/** The type of an activity as a log may show it: a client can put any words there. */
export function loggedType(type: string): string {
  return KNOWN.has(type) ? type : 'other';
}
