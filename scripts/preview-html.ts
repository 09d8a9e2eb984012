import { loadContent } from '../src/content/load-content';
import { createPreview } from '../src/content/preview/preview';
import { renderPreview } from '../src/content/preview/render-preview';
import { rememberedConfusions } from './remembered-confusions';
import { shownReplies } from '../src/shown-replies';

/** The preview of the content below a folder. Rejects with a `ContentError` when it can't be served. */
export async function previewHtml(
  root: string,
  options: { readonly live: boolean },
): Promise<string> {
  const content = loadContent(root);
  const show = await shownReplies(root, content);
  return renderPreview(createPreview(content, rememberedConfusions(root, content), show), options);
}
