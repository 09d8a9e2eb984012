import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importArticle, type ImportInput } from '../../../src/content/import/import-article';
import { parseArticle } from '../../../src/content/import/parse-article';
import { loadContent } from '../../../src/content/load-content';

const project = join(__dirname, '../../..');
const content = loadContent(project);
const SOURCE = 'mpn-benefits-faq';

/** Three questions that the content knows, in the words of no source. */
const ARTICLE = `---
ms.date: 01/02/2026
---
## Tokens

**Q: Can one token be split?**

A: No. A token is used as issued. Five from one is not possible. See [the guide](https://aka.ms/partner-benefits-use-guide).

**Q: Can we get more keys?**

A: No. When all are used, the key stops working.
`;

const understood: Readonly<Record<string, string>> = {
  'Can one token be split?': 'tokens.split',
  'Can we get more keys?': 'keys.more',
  'How many keys have we left?': 'account.keys',
};

/** A folder to import into, without a record of the source. */
function emptyRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'import-'));
  for (const folder of ['dialogs', 'locales'])
    cpSync(join(project, folder), join(root, folder), {
      recursive: true,
      filter: (path) => !path.includes(join('dialogs', 'sources')) || path.endsWith('sources.json'),
    });
  return root;
}

function run(root: string, markdown: string, options: Partial<ImportInput> = {}) {
  const result = importArticle({
    ...{ root, content, source: SOURCE, article: parseArticle(markdown) },
    understand: (question) => {
      const intent = understood[question];
      return intent === undefined ? [] : [{ intent, score: 0.9 }];
    },
    ...{ told: new Map(), accepted: new Set<string>(), today: '2026-11-22' },
    ...options,
  });
  const file = join(root, result.record.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, result.record.text);
  const entries = (matches: readonly { entry: string }[]) => matches.map(({ entry }) => entry);
  const { unchanged, changed, matched, fresh, unsure } = result.comparison;
  return {
    ...result,
    record: readFileSync(file, 'utf8'),
    summary: {
      unchanged: entries(unchanged),
      changed: entries(changed),
      matched: entries(matched),
      fresh: fresh.map(({ question }) => question.get('en')),
      unsure: unsure.map(({ question }) => question.question.get('en')),
    },
  };
}

const NOTHING = { unchanged: [], changed: [], matched: [], fresh: [], unsure: [] };
const BOTH = ['tokens.split', 'keys.more'];

describe('the first import', () => {
  it('finds entries by what the question means, and records none unasked', () => {
    const { summary, record, comparison } = run(emptyRoot(), ARTICLE);
    expect(summary).toEqual({ ...NOTHING, matched: BOTH });
    expect(JSON.parse(record)).toEqual({ entries: {} });
    expect(comparison.gone).toContain('keys.required');
    expect(comparison.gone).not.toContain('keys.more');
  });

  it('takes a personal question for the entry that answers it in general', () => {
    const article = ARTICLE.replace('Can we get more keys?', 'How many keys have we left?');
    expect(run(emptyRoot(), article).summary.matched).toEqual(BOTH);
  });

  it('believes a person who says which entry a question belongs to', () => {
    const { summary } = run(emptyRoot(), ARTICLE, { told: new Map([[6, 'licenses.offers']]) });
    expect(summary.matched).toEqual(['licenses.offers', 'keys.more']);
  });
});

describe('a later import', () => {
  const known = () => {
    const root = emptyRoot();
    run(root, ARTICLE, { accepted: 'all' });
    return root;
  };

  it('says that nothing changed when only case, spacing and punctuation did', () => {
    const article = ARTICLE.replace('used as issued', 'Used  as issued;');
    expect(run(known(), article).summary).toEqual({ ...NOTHING, unchanged: BOTH });
  });

  it('marks an entry whose source has a new sentence until a person accepts it', () => {
    const root = known();
    const article = ARTICLE.replace('No. When', 'Yes. When');
    const { summary, comparison, record } = run(root, article);
    expect(summary).toEqual({ ...NOTHING, unchanged: ['tokens.split'], changed: ['keys.more'] });
    expect(comparison.changed[0]?.added.get('en')).toEqual(['Yes.']);
    expect(record).toContain('"changed": "2026-11-22"');
    expect(run(root, article, { today: '2026-12-01' }).record).toContain('"changed": "2026-11-22"');
    const accepted = run(root, article, { accepted: new Set(['keys.more']) });
    expect(accepted.record).not.toContain('"changed"');
    expect(run(root, article).summary).toEqual({ ...NOTHING, unchanged: BOTH });
  });

  it.each([
    ['a reworded question', 'Can one token be split?', 'May tokens be shared out?'],
    ['another link', 'partner-benefits-use-guide', 'other-guide'],
    ['a sentence less', ' A token is used as issued.', ''],
  ])('sees %s', (_, before, after) => {
    const { summary } = run(known(), ARTICLE.replace(before, after));
    expect(summary).toEqual({ ...NOTHING, changed: ['tokens.split'], unchanged: ['keys.more'] });
  });

  it('names an entry whose question is gone', () => {
    const { comparison } = run(known(), ARTICLE.slice(0, ARTICLE.indexOf('**Q: Can we get')));
    expect(comparison.gone).toContain('keys.more');
  });
});

describe('a question that no entry answers', () => {
  const article = `${ARTICLE}\n**Q: Do tokens come in colours?**\n\nA: Yes. See [the palette](palette.md).\n\n1. Pick one.\n`;

  it('is drafted in every language, marked, outside of the content', () => {
    const { summary, proposals } = run(emptyRoot(), article);
    expect(summary.fresh).toEqual(['Do tokens come in colours?']);
    expect([...proposals.keys()].sort()).toEqual([
      'dialogs/links.json',
      'dialogs/tokens/tokens-come-colours.json',
      'locales/en/faq/tokens.json',
      'locales/sv/faq/tokens.json',
    ]);
    expect(JSON.parse(proposals.get('locales/sv/faq/tokens.json') ?? '')).toEqual({
      'tokens-come-colours': {
        question: '[untranslated] Do tokens come in colours?',
        short: '[untranslated] Do tokens come in colours?',
        verdict: '[untranslated] Yes.',
        paragraphs: ['[untranslated] See the palette.'],
        steps: ['[untranslated] Pick one.'],
      },
    });
  });

  it('is called unsure when it may be another wording of an entry', () => {
    const { summary } = run(emptyRoot(), article, {
      understand: () => [{ intent: 'tokens.split', score: 0.4 }],
    });
    expect(summary.unsure).toContain('Do tokens come in colours?');
    expect(summary.fresh).toEqual([]);
  });
});
