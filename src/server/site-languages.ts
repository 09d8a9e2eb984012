import type { Content } from '../content/content';
import type { Translator } from '../content/translator';
import { matchLanguage, type Language } from '../core/language';
import type { Translate } from '../core/translate';

/** A language in which the pages are served. */
export interface SiteLanguage {
  readonly language: Language;
  /** BCP 47 tag with region. */
  readonly locale: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly t: Translate;
}

/** The languages of the pages, and which of them a visitor gets. */
export class SiteLanguages {
  readonly all: readonly SiteLanguage[];
  readonly #fallback: SiteLanguage;

  /** Throws when the default language is not among the content's. */
  constructor(
    content: Pick<Content, 'languages' | 'in'>,
    translator: Translator,
    defaultLanguage: Language,
  ) {
    this.all = [...content.in].map(([language, { locale, name }]) => ({
      language,
      locale,
      name,
      t: translator.in(language),
    }));
    const fallback = this.#find(defaultLanguage);
    if (fallback === undefined) throw new Error(`There is no content in "${defaultLanguage}".`);
    this.#fallback = fallback;
  }

  /** The first of the tags, best first, that is served; the default language for none. */
  pick(...tags: readonly (string | undefined)[]): SiteLanguage {
    for (const tag of tags) {
      const found = this.#find(tag);
      if (found !== undefined) return found;
    }
    return this.#fallback;
  }

  #find(tag: string | undefined): SiteLanguage | undefined {
    const language = matchLanguage(
      tag,
      this.all.map((site) => site.language),
    );
    return this.all.find((site) => site.language === language);
  }
}

/** Tags of an Accept-Language header, the most wanted first. */
export function acceptedTags(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.split(';').map((piece) => piece.trim());
      return { tag, quality: weight === undefined ? 1 : Number(weight.replace('q=', '')) };
    })
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
