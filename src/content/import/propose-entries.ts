import type { Language } from '../../core/language';
import { withoutMarks } from '../../core/without-marks';
import type { Content } from '../content';
import { fold } from '../fold';
import { jsonText } from '../json-text';
import { UNTRANSLATED } from '../untranslated';
import type { ArticleQuestion } from './article';
import { sentencesOf } from './source-record';

/** Files that a person may take over, by path below the project's root. */
export type Proposals = ReadonlyMap<string, string>;

export interface ProposalInput {
  readonly fresh: readonly ArticleQuestion[];
  readonly content: Content;
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly reviewBy: string;
}

/**
 * Drafts of the files that new questions need: their structure, and the words of the source in each language
 * of the bot, marked as untranslated, for they must be written anew. Nothing of it is content yet.
 */
export function proposeEntries(input: ProposalInput): Proposals {
  const { content, fresh, source, today, reviewBy } = input;
  const files = new Map<string, string>();
  const texts = new Map<string, Record<string, unknown>>();
  const links: Record<string, { url: string }> = {};
  for (const question of fresh) {
    const topic = topicOf(question, content);
    const name = nameOf(question);
    const keys = question.links.map((url) => {
      const known = Object.entries(content.links).find(([, link]) => isSameUrl(link.url, url));
      const key = known?.[0] ?? slug(url.split('/').at(-1) ?? url, 4);
      if (known === undefined) links[key] = { url };
      return key;
    });
    const structure = { $schema: '../entry.schema.json', kind: 'faq', links: [...new Set(keys)] };
    files.set(
      `dialogs/${topic}/${name}.json`,
      jsonText({ ...structure, related: [], source, reviewed: today, reviewBy }),
    );
    for (const language of content.languages) {
      const file = `locales/${language}/faq/${topic}.json`;
      texts.set(file, { ...texts.get(file), [name]: draftText(question, language) });
    }
  }
  for (const [file, text] of texts) files.set(file, jsonText(text));
  if (Object.keys(links).length > 0) files.set('dialogs/links.json', jsonText(links));
  return files;
}

/** The source's words in a language, or in another where the article doesn't have it. */
function draftText({ question, answer }: ArticleQuestion, language: Language) {
  const from = question.has(language) ? language : ([...question.keys()].at(-1) ?? language);
  const mark = (text: string) => `${UNTRANSLATED}${text}`;
  const texts = (kind: 'paragraph' | 'item') =>
    answer.filter((block) => block.kind === kind).map(({ text }) => text.get(from) ?? '');
  const [first = '', ...paragraphs] = texts('paragraph').filter((text) => text !== '');
  const [verdict = first, ...detail] = sentencesOf(first, from);
  const steps = texts('item').map(mark);
  return {
    question: mark(question.get(from) ?? ''),
    short: mark(question.get(from) ?? ''),
    verdict: mark(verdict),
    paragraphs: [...(detail.length > 0 ? [detail.join(' ')] : []), ...paragraphs].map(mark),
    ...(steps.length > 0 && { steps }),
  };
}

/** The topic of the menu that is called like the question's heading, else a new one of that name. */
function topicOf({ topic }: ArticleQuestion, content: Content): string {
  for (const [language, heading] of topic) {
    const names = Object.entries(content.in.get(language)?.words['topics'] ?? {});
    const known = names.find(
      ([, name]) => typeof name === 'string' && fold(name) === fold(heading),
    );
    if (known !== undefined) return known[0];
  }
  return slug([...topic.values()].at(-1) ?? '', 2);
}

function nameOf({ question }: ArticleQuestion): string {
  return slug(question.get('en') ?? [...question.values()].at(-1) ?? '', 5);
}

/** Words that name nothing. */
const FILLERS = new Set(
  'a an and are at can do does for get how i if in is it my of on or our the to us we what when where which with you your'.split(
    ' ',
  ),
);

function slug(text: string, words: number): string {
  const plain = withoutMarks(text).toLowerCase();
  const all = plain.match(/[a-z]+/g) ?? [];
  const telling = all.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : all).slice(0, words).join('-') || 'new';
}

function isSameUrl(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}
