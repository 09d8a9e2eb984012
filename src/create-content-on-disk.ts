import { readConfusions } from './confusions-file';
import { loadContent } from './content/load-content';
import { createPreview, type PreviewEntry } from './content/preview/preview';
import type { EntryId } from './core/entry';
import { shownReplies } from './shown-replies';
import { ContentOnDisk } from './support-page/content/content-on-disk';
import { versionOf } from './understanding/classifier/train-model';
import { trainingSetFromContent } from './understanding/classifier/training-set-from-content';

/** The content below a folder for the support page; confusions as `npm run content` last found them. */
export function createContentOnDisk(root: string): ContentOnDisk {
  return new ContentOnDisk(root, () => {
    const content = loadContent(root);
    const version = versionOf(trainingSetFromContent(root, content));
    const confusions = readConfusions(root, version) ?? [];
    const kept = new Map<EntryId, PreviewEntry>();
    return {
      entries: createPreview(content, confusions, () => new Map()),
      // The same files give the same replies, and each look at them takes a bot of its own.
      async withReplies(ids) {
        const unseen = ids.filter((id) => !kept.has(id));
        if (unseen.length > 0) {
          const show = await shownReplies(root, content, unseen);
          for (const entry of createPreview(content, confusions, show))
            if (unseen.includes(entry.entry.id)) kept.set(entry.entry.id, entry);
        }
        return ids.flatMap((id) => kept.get(id) ?? []);
      },
    };
  });
}
