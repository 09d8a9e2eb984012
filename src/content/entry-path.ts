import type { EntryId } from '../core/entry';

/** File of an entry's structure. */
export function entryPath(id: EntryId): string {
  return `dialogs/${id.replace('.', '/')}.json`;
}
