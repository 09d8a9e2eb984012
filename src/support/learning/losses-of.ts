import type { Content } from '../../content/content';
import type { EntryId } from '../../core/entry';
import type { Lesson } from '../../core/lesson';
import type { Trial } from './trial';

type Line = Trial['known']['losses'][number];

/** Lines that other entries would lose by a lesson; one is enough to refuse it. */
export function lossesOf(trial: Trial, lesson: Lesson, content: Content): readonly Line[] {
  const isGeneral = (one: EntryId, two: EntryId) =>
    content.entries.get(one)?.general.includes(two) ?? false;
  return [...trial.known.losses, ...trial.retrained.heldOut.losses].filter(
    ({ entry, after }) =>
      entry !== lesson.entry &&
      // A question about the own account and the general one are answered together.
      !(isGeneral(entry, after) || isGeneral(after, entry)),
  );
}
