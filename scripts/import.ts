import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ArticleError } from '../src/content/import/article';
import type { Understand } from '../src/content/import/compare-article';
import { formatArticle } from '../src/content/import/format-article';
import { formatComparison } from '../src/content/import/format-comparison';
import { importArticle } from '../src/content/import/import-article';
import { parseArticle } from '../src/content/import/parse-article';
import { loadContent } from '../src/content/load-content';
import type { Content } from '../src/content/content';
import { UsageError } from './usage-error';
import { modelFile } from '../src/model-file-path';
import { projectRoot } from '../src/project-root';
import { obtainClassifier } from '../src/understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { runTool } from './run-tool';

const USAGE = `npm run import -- ARTICLE.md [options]

Compares a FAQ article with the entries and prints what is new, changed, gone and unsure.
Drafts of new entries go to data/proposals/; authored texts are never touched.

  --source NAME     key of dialogs/sources.json; the article's file name when left out
  --language TAG    language of an article that doesn't say it
  --as LINE=ENTRY   the question on this line belongs to this entry; may be repeated
  --accept ENTRY    this entry's answer fits the article; may be repeated; "all" for every entry
  --look            only look: write nothing
  --show            only print the questions and answers as they are read`;

/** `npm run import`: see USAGE. */
function main(): void {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(USAGE);
  const article = readArticle(file, values.language);
  if (values.show) {
    console.log(formatArticle(article));
    return;
  }
  const root = projectRoot();
  const content = loadContent(root);
  const source = values.source ?? basename(file).replace(/(\.[a-z]{2}-[a-z]{2})?\.md$/i, '');
  if (content.sources[source] === undefined)
    throw new UsageError(
      `dialogs/sources.json has no "${source}", but ${Object.keys(content.sources).join(', ')}: name one by --source, or add it.`,
    );
  const { comparison, record, proposals } = importArticle({
    ...{ root, content, article, source },
    understand: understanding(root, content),
    told: readTold(values.as, content),
    accepted: values.accept.includes('all') ? 'all' : new Set(known(values.accept, content)),
    today: new Date().toISOString().slice(0, 10),
  });
  console.log(formatComparison(comparison, content));
  if (values.look) return;
  write(join(root, record.file), record.text);
  const folder = join(root, 'data', 'proposals', source);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of proposals) write(join(folder, path), text);
  console.log(`\nWritten: ${record.file}`);
  if (proposals.size > 0) console.log(`Drafts: ${[...proposals.keys()].join(', ')} in ${folder}`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        language: { type: 'string' },
        as: { type: 'string', multiple: true, default: [] },
        accept: { type: 'string', multiple: true, default: [] },
        look: { type: 'boolean', default: false },
        show: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ''}\n\n${USAGE}`);
  }
}

function readArticle(file: string, language: string | undefined) {
  try {
    const bytes = readFileSync(file);
    return parseArticle(new TextDecoder('utf-8', { fatal: true }).decode(bytes), language);
  } catch (error) {
    if (error instanceof ArticleError)
      throw new UsageError(error.message.replace(/^line (\d+)/gm, `${file}:$1`));
    if (error instanceof TypeError) throw new UsageError(`${file}: not UTF-8 text`);
    throw new UsageError(`This can't be read: ${error instanceof Error ? error.message : file}`);
  }
}

function readTold(pairs: readonly string[], content: Content): ReadonlyMap<number, string> {
  return new Map(
    pairs.map((pair) => {
      const [, line, entry] = /^(\d+)=(\S+)$/.exec(pair) ?? [];
      if (line === undefined || entry === undefined)
        throw new UsageError(
          `--as ${pair}: must be a line and an entry, such as 68=licenses.offers`,
        );
      return [Number(line), ...known([entry], content)] as [number, string];
    }),
  );
}

function known(entries: readonly string[], content: Content): readonly string[] {
  for (const entry of entries)
    if (!content.entries.has(entry)) throw new UsageError(`There is no entry ${entry}.`);
  return entries;
}

/** The bot's own classifier, so that the import takes a question for the entry that would answer it. */
function understanding(root: string, content: Content): Understand {
  const set = trainingSetFromContent(root, content);
  const classifier = obtainClassifier(set, modelFile(root));
  return (question, language) => classifier.classify(question, language);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

runTool(main);
