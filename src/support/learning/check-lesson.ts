import type { Content } from '../../content/content';
import { fold } from '../../content/fold';
import type { Lesson } from '../../core/lesson';
import { NONE } from '../../core/recognition';

/** Why a lesson can't be tried as it is. */
export type LessonFault =
  | { readonly type: 'nothing-new' }
  | { readonly type: 'no-such-entry' }
  /** What was redacted still stands in it: nobody writes that. */
  | { readonly type: 'redacted' | 'too-long'; readonly text: string }
  | { readonly type: 'known-elsewhere'; readonly text: string; readonly entry: string };

const LONGEST = 500;
const REDACTED = /\[[\p{L}-]+\]/u;

/** What of a lesson is new, without surplus space and repetitions. */
export function tidyLesson(lesson: Lesson, content: Content): Lesson {
  const words = content.in.get(lesson.language)?.utterances ?? {};
  // An entry that a form names may be called "constructor".
  const known = Object.hasOwn(words, lesson.entry) ? words[lesson.entry] : [];
  const seen = new Set(known?.map(keyOf));
  const utterances = lesson.utterances
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !seen.has(keyOf(text)) && seen.add(keyOf(text)));
  return { ...lesson, utterances };
}

/** What stands in the way of a tidied lesson, whatever it would do. */
export function checkLesson(
  { language, entry, utterances }: Lesson,
  content: Content,
): readonly LessonFault[] {
  const words = content.in.get(language);
  if (words === undefined || (entry !== NONE && !content.entries.has(entry)))
    return [{ type: 'no-such-entry' }];
  if (utterances.length === 0) return [{ type: 'nothing-new' }];
  const owners = new Map(
    Object.entries(words.utterances).flatMap(([owner, lines]) =>
      lines.map((line): [string, string] => [keyOf(line), owner]),
    ),
  );
  return utterances.flatMap((text): readonly LessonFault[] => {
    const owner = owners.get(keyOf(text));
    if (owner !== undefined) return [{ type: 'known-elsewhere', text, entry: owner }];
    if (text.length > LONGEST) return [{ type: 'too-long', text }];
    return REDACTED.test(text) ? [{ type: 'redacted', text }] : [];
  });
}

/** Lines of symbols only fold to nothing: compare them as they are. */
function keyOf(text: string): string {
  return fold(text) || text;
}
