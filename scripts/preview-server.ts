import { watch } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { escapeHtml } from '../src/core/escape-html';
import { REFRESH } from '../src/content/preview/render-preview';
import { ContentError } from '../src/core/errors';
import { previewHtml } from './preview-html';

/** Milliseconds in which an editor is done saving. */
const SETTLED = 200;

export interface PreviewServer {
  readonly url: string;
  close(): void;
}

/** Serves the preview of the content below a folder to this machine; open pages load anew when a file changes. */
export async function servePreview(root: string, port: number): Promise<PreviewServer> {
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': waiting\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
      return;
    }
    void page(root).then((html) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html);
    });
  });
  const watchers = watchContent(root, () => {
    for (const reader of readers) reader.write('data: changed\n\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      for (const watcher of watchers) watcher.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The page, or what is wrong with the content: it refreshes too. */
async function page(root: string): Promise<string> {
  try {
    return await previewHtml(root, { live: true });
  } catch (error) {
    const reason = error instanceof ContentError ? error.message : String(error);
    return `<!doctype html><meta charset="utf-8"><title>Content preview</title><pre>${escapeHtml(reason)}</pre>${REFRESH}`;
  }
}

function watchContent(root: string, changed: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return ['dialogs', 'locales'].map((folder) =>
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLED);
    }),
  );
}
