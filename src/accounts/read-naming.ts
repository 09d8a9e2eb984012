import { ACCOUNT_VIEWS, type AccountView } from '../core/account';
import type { Entity } from '../core/recognition';
import type { Wording } from './wording';

/** A message that names something of an account and asks nothing new of it: "and the server key?" */
export interface Naming {
  /** The view whose subject it names. */
  readonly view?: AccountView | undefined;
  /** What else it names, in words that only the account knows: "security", "E5". */
  readonly words: readonly string[];
  /** Types of the things that it names. */
  readonly types: ReadonlySet<Entity['type']>;
  /** Whether it says that they are the person's own, or asks for them: "do we have any tokens?" */
  readonly isOwn: boolean;
}

/** A longer message says itself what it asks. */
const MOST_WORDS = 8;
/** Shorter words end nothing but themselves. */
const SHORTEST_HEAD = 5;

/** Reads what a message names; undefined when it names nothing or the subjects of several views. */
export function readNaming(
  text: string,
  entities: readonly Entity[],
  wording: Wording,
): Naming | undefined {
  const said = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  if (said.length > MOST_WORDS) return undefined;
  const telling = said.filter(([word]) => !wording.isCue('lead', word));
  const isSubject = (view: AccountView) => (word: string) => isSubjectOf(word, view, wording);
  const views = ACCOUNT_VIEWS.filter((view) => telling.some(([word]) => isSubject(view)(word)));
  const [view, ...others] = views;
  if (telling.length === 0 || others.length > 0) return undefined;
  const things = entities.filter(({ type }) => type === 'product' || type === 'membership');
  const words = telling
    .filter(({ index }) => !things.some(({ start, end }) => index >= start && index < end))
    .map(([word]) => word.toLowerCase())
    .filter((word) => view === undefined || !isSubject(view)(word));
  return {
    ...{ view, words, isOwn: wording.hasCue('own', text) || wording.hasCue('holds', text) },
    types: new Set(things.map(({ type }) => type)),
  };
}

/** A subject may be the head of a compound: "servernyckeln". */
function isSubjectOf(word: string, view: AccountView, { phrases }: Wording): boolean {
  const lower = word.toLowerCase();
  return phrases(`subjects.${view}`).some(
    (subject) => lower === subject || (subject.length >= SHORTEST_HEAD && lower.endsWith(subject)),
  );
}
