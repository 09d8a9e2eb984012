// Bundles the browser code to dist/web: names that change with the content, compressed beforehand.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What Web Chat brings along and the chat page never uses: another transport, uploads, carousels, polyfills. */
const UNUSED = new Set([
  './directLineStreaming',
  'botframework-directlinespeech-sdk',
  'core-js/features/promise',
  'postcss',
  'swiper',
  'swiper/modules',
  'url-search-params-polyfill',
]);

/** Folder of a package, without asking its `exports`. */
const packageFolder = (root, name) => join(root, 'node_modules', name);

/** Leaves out what is unused, and takes Web Chat's API from its sources, where each language is a file of its own. */
function leanWebChat(root) {
  const api = join(packageFolder(root, 'botframework-webchat-api'), 'src');
  const entries = {
    '': 'index.ts',
    '/internal': 'internal.ts',
    '/decorator': 'decorator/index.ts',
  };
  return {
    name: 'lean-web-chat',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[./]*[\w-]+(\/|$)/ }, ({ path }) =>
        UNUSED.has(path) ? { path, namespace: 'unused' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
      onResolve({ filter: /^botframework-webchat-api(\/|$)/ }, ({ path }) => ({
        path: join(api, entries[path.slice('botframework-webchat-api'.length)]),
      }));
      onLoad({ filter: /external.PrecompiledGlobalize\.js$/ }, () => ({
        contents: "export { globalize as default } from './globalize';",
        resolveDir: join(root, 'src', 'web', 'chat'),
      }));
      onLoad({ filter: /webchat-api.src.localization.[\w-]+\.json$/ }, ({ path }) =>
        /(en-US|sv-SE|overrides)\.json$/.test(path)
          ? undefined
          : { contents: '{}', loader: 'json' },
      );
    },
  };
}

/** The loader's words in every language; the first is for pages in other languages. */
function embedWords(root) {
  const locales = join(root, 'locales');
  const languages = readdirSync(locales, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return Object.fromEntries(
    languages
      .map(({ name }) => name)
      .sort()
      .map((name) => [
        name,
        JSON.parse(readFileSync(join(locales, name, 'web.json'), 'utf8')).embed,
      ]),
  );
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

async function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  writeFileSync(path, contents);
  writeFileSync(`${path}.br`, await brotli(contents, quality));
  writeFileSync(`${path}.gz`, await deflate(contents, { level: 9 }));
}

/** Builds dist/web anew: `webchat/` as it is served, and `manifest.json` with the names of the page's files. */
export async function buildWeb(root) {
  const folder = join(root, 'dist', 'web');
  rmSync(folder, { recursive: true, force: true });
  const version = JSON.parse(
    readFileSync(join(packageFolder(root, 'botframework-webchat'), 'package.json'), 'utf8'),
  ).version;
  const common = {
    absWorkingDir: root,
    outdir: join(folder, 'webchat'),
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'warning',
  };
  const [page, embed, support] = await Promise.all([
    build({
      ...common,
      entryPoints: { chat: 'src/web/chat/main.tsx', demo: 'src/web/demo/demo.css' },
      entryNames: 'assets/[name]-[hash]',
      format: 'iife',
      jsx: 'automatic',
      alias: { mime: 'mime/lite' },
      loader: { '.js': 'jsx' },
      define: {
        'process.env.NODE_ENV': '"production"',
        'process.env.npm_package_version': JSON.stringify(version),
        'process.env.build_tool': '"esbuild"',
        'process.env.module_format': '"iife"',
      },
      plugins: [leanWebChat(root)],
    }),
    build({
      ...common,
      entryPoints: { embed: 'src/web/embed/embed.ts' },
      format: 'iife',
      define: { EMBED_WORDS: JSON.stringify(embedWords(root)) },
    }),
    build({
      ...common,
      entryPoints: {
        support: 'src/web/support/main.ts',
        'support-page': 'src/web/support/support.css',
      },
      entryNames: 'assets/[name]-[hash]',
      format: 'iife',
    }),
  ]);
  const files = [...page.outputFiles, ...embed.outputFiles, ...support.outputFiles];
  await Promise.all(files.map(({ path, contents }) => write(path, contents)));
  const assets = [...page.outputFiles, ...support.outputFiles].map(
    ({ path }) => `/webchat/assets/${path.split(/[\\/]/).at(-1)}`,
  );
  const manifest = {
    script: assets.find((name) => /chat-\w+\.js$/.test(name)),
    style: assets.find((name) => /chat-\w+\.css$/.test(name)),
    demoStyle: assets.find((name) => /demo-\w+\.css$/.test(name)),
    supportScript: assets.find((name) => /support-\w+\.js$/.test(name)),
    supportStyle: assets.find((name) => /support-page-\w+\.css$/.test(name)),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
