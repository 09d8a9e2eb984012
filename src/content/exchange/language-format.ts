import type { Language } from '../../core/language';
import type { ExchangeEntry, ExchangeFormat, Loss } from './exchange-format';

/** A text format whose files hold one language each. */
export interface LanguageFormat {
  readonly name: string;
  readonly extension: string;
  /** An empty text when nothing is left to write. */
  write(
    entries: readonly ExchangeEntry[],
    language: Language,
  ): { readonly text: string; readonly losses: readonly Loss[] };
  /** Entries, and the language that the file says it is in. */
  read(text: string): { readonly language: Language; readonly entries: readonly ExchangeEntry[] };
}

/** Makes an exchange format of one that knows only one language at a time: a file for each. */
export function inEachLanguage(format: LanguageFormat): ExchangeFormat {
  const { name, extension } = format;
  return {
    name,
    extension,
    write(content) {
      const written = [...content].map(([language, entries]) => ({
        file: `content.${language}${extension}`,
        ...format.write(entries, language),
      }));
      return Promise.resolve({
        files: new Map(
          written.filter(({ text }) => text !== '').map(({ file, text }) => [file, text]),
        ),
        losses: written.flatMap(({ losses }) => losses),
      });
    },
    read(data) {
      const text = new TextDecoder().decode(data).replace(/^\uFEFF/, '');
      return Promise.resolve(text).then((whole) => {
        const { language, entries } = format.read(whole);
        return new Map([[language, entries]]);
      });
    },
  };
}
