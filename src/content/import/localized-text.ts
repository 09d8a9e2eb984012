import type { Token } from 'markdown-it';
import type { Language } from '../../core/language';
import type { ArticleLanguages, Block } from './read-blocks';

type Side = 'own' | 'lookup' | 'both';

/** What one block says, side by side, and what is wrong with its spans. */
export type LocalizedBlock = Pick<Block, 'text' | 'isBold' | 'links'> & {
  readonly problem: string | undefined;
};

/**
 * Collects the words of a block by language. In the side-by-side form a `<span data-ttu-id>` holds a
 * sentence of the article's own language, and the `<span class="sxs-lookup">` behind it the original;
 * what stands outside of both belongs to both.
 */
export class LocalizedText {
  readonly #languages: ArticleLanguages;
  readonly #open: Side[] = [];
  readonly #text = { own: '', lookup: '' };
  readonly #links: string[] = [];
  #strong = 0;
  #plainLength = 0;
  #surplusEnds = 0;

  private constructor(languages: ArticleLanguages) {
    this.#languages = languages;
  }

  static read(tokens: readonly Token[], languages: ArticleLanguages): LocalizedBlock {
    const text = new LocalizedText(languages);
    for (const token of tokens) text.#take(token);
    return text.#block();
  }

  #take(token: Token): void {
    if (token.type === 'strong_open') this.#strong++;
    else if (token.type === 'strong_close') this.#strong--;
    else if (token.type === 'html_inline') this.#takeTag(token.content);
    else if (token.type === 'softbreak' || token.type === 'hardbreak') this.#say('\n');
    else if (token.type === 'link_open') this.#links.push(String(token.attrGet('href') ?? ''));
    else this.#say(token.content);
  }

  #takeTag(tag: string): void {
    if (/^<br\b/i.test(tag)) this.#say('\n');
    if (/^<\/span\b/i.test(tag)) {
      if (this.#open.pop() === undefined) this.#surplusEnds++;
    } else if (/^<span\b/i.test(tag)) this.#open.push(this.#sideOf(tag));
  }

  #sideOf(tag: string): Side {
    if (tag.includes('class="sxs-lookup"')) return 'lookup';
    return this.#open.at(-1) ?? (tag.includes('data-ttu-id=') ? 'own' : 'both');
  }

  #say(words: string): void {
    const side = this.#open.at(-1) ?? 'both';
    if (side !== 'lookup') this.#text.own += words;
    if (side !== 'own') this.#text.lookup += words;
    if (this.#strong === 0) this.#plainLength += words.trim().length;
  }

  #block(): LocalizedBlock {
    const { own, lookup } = this.#languages;
    const sides: [Language, string][] = [[own, tidy(this.#text.own)]];
    if (lookup !== undefined) sides.push([lookup, tidy(this.#text.lookup)]);
    const silent = sides.filter(([, words]) => words === '').map(([language]) => language);
    return {
      text: new Map(sides),
      isBold: this.#plainLength === 0,
      links: this.#links.filter((link) => link !== ''),
      problem: this.#problem(silent.length < sides.length ? silent : []),
    };
  }

  #problem(silent: readonly Language[]): string | undefined {
    if (this.#open.length > 0) return 'a <span> is not closed';
    if (this.#surplusEnds > 0) return 'a </span> closes nothing';
    if (silent.length > 0) return `the text is missing in ${silent.join(', ')}`;
    return undefined;
  }
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
