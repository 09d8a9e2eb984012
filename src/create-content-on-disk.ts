import { readConfusions } from './confusions-file';
import { loadContent } from './content/load-content';
import { createPreview } from './content/preview/preview';
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
    return {
      entries: createPreview(content, confusions, () => new Map()),
      async withReplies(ids) {
        const show = await shownReplies(root, content, ids);
        return createPreview(content, confusions, show).filter(({ entry }) =>
          ids.includes(entry.id),
        );
      },
    };
  });
}
