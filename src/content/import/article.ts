import { CodedError } from '../../core/errors';
import type { Language } from '../../core/language';

/** A text of an article by language: a plain article has one, a side-by-side one has two. */
export type Wording = ReadonlyMap<Language, string>;

/** A paragraph or list item of an answer. */
export interface AnswerBlock {
  readonly kind: 'paragraph' | 'item';
  readonly text: Wording;
}

/** A question of an article with its answer, in each language of the article. */
export interface ArticleQuestion {
  /** Line in the article, from 1. */
  readonly line: number;
  /** The heading that it stands under. */
  readonly topic: Wording;
  readonly question: Wording;
  /** At least one block. */
  readonly answer: readonly AnswerBlock[];
  /** Addresses that the answer links to, absolute, with `{locale}` where they depend on the language. */
  readonly links: readonly string[];
}

/** A FAQ article, read. */
export interface Article {
  /** Day of the article, `YYYY-MM-DD`, when its front matter says. */
  readonly dated: string | undefined;
  readonly languages: readonly Language[];
  /** At least one. */
  readonly questions: readonly ArticleQuestion[];
}

/** Why an article can't be read, and on which line, from 1. */
export interface ArticleProblem {
  readonly line: number;
  readonly reason: string;
}

/** An article that can't be read; the message lists every problem found, with its line. */
export class ArticleError extends CodedError {
  readonly code = 'ARTICLE';

  constructor(readonly problems: readonly ArticleProblem[]) {
    super(problems.map(({ line, reason }) => `line ${line}: ${reason}`).join('\n'));
  }
}
