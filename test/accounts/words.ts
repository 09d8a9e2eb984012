import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, LanguageContent } from '../../src/content/content';
import type { Words } from '../../src/content/schemas';
import { createTranslator } from '../../src/content/translator';
import type { AccountTurn } from '../../src/accounts/presentation';

const languages = ['en', 'sv'];

function wordsOf(language: string): LanguageContent {
  const file = join(__dirname, '../../locales', language, 'account.json');
  const account = JSON.parse(readFileSync(file, 'utf8')) as Words;
  return {
    locale: '',
    linkLocale: '',
    name: language,
    answers: new Map(),
    titles: new Map(),
    utterances: {},
    words: { account },
  };
}

const content: Content = {
  languages,
  entries: new Map(),
  topics: [],
  links: {},
  sources: {},
  in: new Map(languages.map((language) => [language, wordsOf(language)])),
};

const translator = createTranslator(content);

/** The real words about accounts, as a turn in a language gets them. */
export const wordsIn = (language: string): Pick<AccountTurn, 't' | 'locale'> => ({
  t: translator.in(language),
  locale: { en: 'en-GB', sv: 'sv-SE' }[language] ?? language,
});
