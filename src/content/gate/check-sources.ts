import type { Content } from '../content';
import { entryPath } from '../entry-path';
import type { ContentFiles } from '../content-files';
import type { Fault } from '../fault';
import { recordFile } from '../import/import-article';
import { sourceRecord } from '../import/source-record';

/** Answers whose source has changed since they were written; the import marks them in the source's record. */
export function checkSources(content: Content, files: ContentFiles): readonly Fault[] {
  return Object.keys(content.sources).flatMap((source) => {
    const file = recordFile(source);
    if (files.text(file) === undefined) return [];
    const { entries } = files.read(file, sourceRecord) ?? { entries: {} };
    return Object.entries(entries).flatMap(([id, { changed }]): Fault[] => {
      const path = ['entries', id];
      if (files.text(entryPath(id)) === undefined)
        return [{ file, path, reason: `there is no entry ${id}` }];
      if (changed === undefined) return [];
      const reason = `${id}: its source has changed, seen on ${changed}; review it in ${content.languages.join(' and ')}, then accept it by the import`;
      return [{ file, path, reason, severity: 'warning' }];
    });
  });
}
