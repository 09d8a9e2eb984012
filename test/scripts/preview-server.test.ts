import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkConfusions } from '../../src/content/gate/check-confusions';
import { loadContent } from '../../src/content/load-content';
import { servePreview, type PreviewServer } from '../../scripts/preview-server';
import { rememberedConfusions } from '../../scripts/remembered-confusions';
import { ContentFolder } from '../support/content-folder';

/** An utterance as of `keys.more` that landed under `licenses.merger`. */
const MISFILED = 'All activations of our product key are used up, can we get more keys?';

/** Learning all of them takes seconds. */
function keepUtterances(folder: ContentFolder, count: number): void {
  for (const language of ['en', 'sv'])
    for (const file of readdirSync(join(folder.root, 'locales', language, 'utterances'))) {
      const path = `locales/${language}/utterances/${file}`;
      const lists = JSON.parse(folder.read(path)) as Record<string, string[]>;
      const few = Object.entries(lists).map(([entry, list]) => [entry, list.slice(0, count)]);
      folder.write(path, JSON.stringify(Object.fromEntries(few)));
    }
}

describe('the preview of changed content', () => {
  const folder = new ContentFolder();
  let preview: PreviewServer;

  beforeAll(async () => {
    keepUtterances(folder, 40);
    preview = await servePreview(folder.root, 0);
  });
  afterAll(() => preview.close());

  it('is announced to open pages, and shows the change with what it confuses', async () => {
    const news = await fetch(`${preview.url}/changes`);
    const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('waiting');

    folder
      .replace('locales/en/faq/keys.json', '"verdict": "No.', '"verdict": "Not a chance.')
      .replace(
        'locales/en/utterances/licenses.json',
        '"merger":[',
        `"merger":[${JSON.stringify(MISFILED)},`,
      );
    expect((await reader?.read())?.value).toContain('changed');

    const page = await (await fetch(preview.url)).text();
    expect(page).toContain('Not a chance.');
    expect(page).toContain(`“${MISFILED}” → <a href="#keys.more">`);
  });

  it('is a fault of the gate where an utterance plainly belongs elsewhere', () => {
    const content = loadContent(folder.root);
    const faults = checkConfusions(content, rememberedConfusions(folder.root, content));
    expect(faults.filter(({ severity }) => severity === undefined)).toEqual([
      {
        file: 'locales/en/utterances/licenses.json',
        text: MISFILED,
        reason: `licenses.merger: "${MISFILED}" is nearer to keys.more`,
      },
    ]);
  });

  it('says what is wrong when a file is broken', async () => {
    folder.replace('locales/sv/faq/keys.json', '{', '{{');
    const page = await (await fetch(preview.url)).text();
    expect(page).toMatch(/<pre>[^]*keys\.json:1: not JSON/);
  });
});
