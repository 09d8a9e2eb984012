/** Words of the button and the frame around the chat, one language. */
export interface EmbedWords {
  readonly title: string;
  readonly open: string;
  readonly close: string;
}

/** By language, from `locales/<language>/web.json`; put in by the build. */
declare const EMBED_WORDS: Readonly<Record<string, EmbedWords>>;

/** Words for a BCP 47 tag; English where the page speaks a language that the bot doesn't. */
export function wordsFor(tag: string): { readonly language: string; readonly words: EmbedWords } {
  const wanted = tag.toLowerCase().split('-')[0] ?? '';
  const [fallback] = Object.entries(EMBED_WORDS);
  const [language, words] =
    Object.entries(EMBED_WORDS).find(([name]) => name === wanted) ?? fallback ?? [];
  if (language === undefined || words === undefined) throw new Error('The build has no words.');
  return { language, words };
}
