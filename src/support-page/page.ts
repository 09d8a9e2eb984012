import type { Language } from '../core/language';
import type { Translate } from '../core/translate';
import type { Html } from './html';

/** Who has signed in to the support page. */
export interface Supporter {
  /** Stable id, for the log. */
  readonly id: string;
  /** What to call them; empty where a password is shared. */
  readonly name: string;
}

/** The language that a page is read in. */
export interface Reading {
  readonly language: Language;
  /** BCP 47 tag with region, for dates and numbers. */
  readonly locale: string;
  readonly t: Translate;
}

/** What a signed-in supporter asks of a page. */
export interface PageRequest extends Reading {
  readonly supporter: Supporter;
  /** The parts of the path that the page's path names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was sent with a form; empty for a reading. */
  readonly form: URLSearchParams;
  /** Field that every form which changes something must hold. */
  readonly formKey: Html;
}

/** What a page answers. */
export type PageAnswer =
  | {
      readonly show: 'page';
      readonly title: string;
      readonly body: Html;
      /** 400 for a form that can't be taken, 409 for one that came too late. */
      readonly status?: 400 | 409 | undefined;
    }
  | {
      readonly show: 'file';
      readonly name: string;
      /** Media type. */
      readonly type: string;
      readonly content: string;
    }
  /** To a path below `/support`. */
  | { readonly show: 'redirect'; readonly to: string }
  | { readonly show: 'missing' };

/** Port: one page of the support page, at a path of its own. Only signed-in supporters reach it. */
export interface Page {
  /** Below `/support`, with named parts: `/tickets/:number`. */
  readonly path: string;
  /** Key of its name in `support-page:nav`; a page without one is reached from another page. */
  readonly nav?: string;
  read(request: PageRequest): Promise<PageAnswer>;
  /** Takes a form; the form's key has been checked. */
  change?(request: PageRequest): Promise<PageAnswer>;
}
