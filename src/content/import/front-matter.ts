import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ArticleError } from './article';

/** What the head of a Microsoft Docs article says, as far as the import needs it. */
export interface FrontMatter {
  /** `YYYY-MM-DD`. */
  readonly dated: string | undefined;
  /** BCP 47 tag of the language that the article is written in. */
  readonly locale: string | undefined;
  /** The rest of the article, and the number of lines before it. */
  readonly body: string;
  readonly offset: number;
}

const head = z.looseObject({
  'ms.date': z.string().optional(),
  'ms.contentlocale': z.string().optional(),
});

/** Takes the YAML head off an article. Throws an `ArticleError` when there is one that can't be read. */
export function readFrontMatter(markdown: string): FrontMatter {
  const [whole, yaml] = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(markdown) ?? [];
  if (whole === undefined || yaml === undefined) {
    if (markdown.startsWith('---\n')) throw bad(1, 'the front matter has no end');
    return { ...NOTHING, body: markdown, offset: 0 };
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = counter.linePos(error.pos[0]);
    throw bad(line + 1, `front matter: ${error.message.split('\n')[0] ?? ''}`);
  }
  const result = head.safeParse(document.toJS() ?? {});
  if (!result.success) throw bad(1, 'front matter: must be keys with texts');
  return {
    dated: calendarDate(result.data['ms.date']),
    locale: result.data['ms.contentlocale'],
    body: markdown.slice(whole.length),
    offset: whole.split('\n').length - 1,
  };
}

const NOTHING = { dated: undefined, locale: undefined };

function bad(line: number, reason: string): ArticleError {
  return new ArticleError([{ line, reason }]);
}

/** Docs write `MM/DD/YYYY`. */
function calendarDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date.trim()) ?? [];
  if (month === undefined || day === undefined || year === undefined)
    return /^\d{4}-\d{2}-\d{2}$/.exec(date.trim())?.[0];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
