import { createInstance, type i18n } from 'i18next';
import { ContentError } from '../core/errors';
import type { Language } from '../core/language';
import { remember } from '../core/remember';
import type { Translate } from '../core/translate';
import type { Content } from './content';

/** One i18next for all turns; a turn takes the words of its own language from it. */
export interface Translator {
  /** Words of one of the content's languages; another one throws, as a key that no file has: no person ever reads a key. */
  in(language: Language): Translate;
}

/** Serves all words of the content. */
export function createTranslator(content: Content): Translator {
  const i18next = createInstance();
  void i18next.init({
    initAsync: false,
    lng: content.languages[0] ?? 'en',
    fallbackLng: false,
    ns: [...new Set([...content.in.values()].flatMap(({ words }) => Object.keys(words)))],
    defaultNS: 'bot',
    resources: Object.fromEntries(
      [...content.in].map(([language, { words }]) => [language, structuredClone(words)]),
    ),
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
    parseMissingKeyHandler: (key: string) => {
      throw new ContentError(`No words for "${key}".`);
    },
  });
  const known = new Map<Language, Translate>();
  return {
    in(language) {
      if (!content.in.has(language)) throw new ContentError('There are no words in that language.');
      const translate = known.get(language) ?? createTranslate(i18next, language);
      known.set(language, translate);
      return translate;
    },
  };
}

/** Most of what is said has no values in it, and so is always the same. */
function createTranslate(i18next: i18n, language: Language): Translate {
  const translate = i18next.getFixedT(language);
  const plain = remember((key) => translate(key));
  return (key, values) => (values === undefined ? plain(key) : translate(key, { ...values }));
}
