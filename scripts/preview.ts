import { watch, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError } from '../src/core/errors';
import { projectRoot } from '../src/project-root';
import { previewHtml } from './preview-html';
import { runTool } from './run-tool';

/** Milliseconds in which an editor is done saving. */
const SETTLED = 200;

/** `npm run preview`: shows every entry as people will see it, and shows it anew when a file changes. `--out FILE` writes the page instead. */
function main(): void {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, port: { type: 'string', default: '3979' } },
  });
  const root = projectRoot();
  if (values.out !== undefined) {
    writeFileSync(values.out, previewHtml(root, { live: false }));
    return;
  }
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': waiting\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page(root));
    }
  });
  watchContent(root, () => {
    for (const reader of readers) reader.write('data: changed\n\n');
  });
  server.listen(Number(values.port), '127.0.0.1', () =>
    console.log(`The preview is at http://localhost:${values.port}`),
  );
}

/** The page, or what is wrong with the content: it refreshes too. */
function page(root: string): string {
  try {
    return previewHtml(root, { live: true });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const text = error.message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<!doctype html><meta charset="utf-8"><title>Content preview</title><pre>${text}</pre><script>new EventSource('changes').onmessage = () => location.reload();</script>`;
  }
}

function watchContent(root: string, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of ['dialogs', 'locales'])
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLED);
    });
}

runTool(main);
