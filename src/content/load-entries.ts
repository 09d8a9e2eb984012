import type { Entry, EntryId } from '../core/entry';
import type { ContentFiles } from './content-files';
import { entryFile } from './schemas';

/** Folder of `dialogs/` that holds no entries, but what the import knows of their sources. */
export const SOURCES_FOLDER = 'sources';

/** Loads every `dialogs/<topic>/<entry>.json`; its path is its id. */
export function loadEntries(files: ContentFiles): ReadonlyMap<EntryId, Entry> {
  const entries = new Map<EntryId, Entry>();
  for (const topic of files.folders('dialogs')) {
    if (topic === SOURCES_FOLDER) continue;
    for (const name of files.jsonFiles(`dialogs/${topic}`)) {
      const structure = files.read(`dialogs/${topic}/${name}.json`, entryFile);
      if (structure === undefined) continue;
      const { kind, links, related, general, account, aspects, source, reviewed, reviewBy } =
        structure;
      const id = `${topic}.${name}`;
      entries.set(id, {
        ...{ id, topic, kind, links, related, general, aspects, reviewed, reviewBy },
        ...(account === undefined ? {} : { account }),
        ...(source === undefined ? {} : { source }),
      });
    }
  }
  return entries;
}
