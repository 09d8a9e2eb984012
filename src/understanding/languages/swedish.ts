import { PorterStemmerSv } from 'natural/lib/natural/stemmers';
import { foldDiacritics } from './fold-diacritics';
import type { LanguageProfile } from './language-profile';

export const swedish: LanguageProfile = {
  language: 'sv',
  stem: (word) => foldDiacritics(PorterStemmerSv.stem(word)),
  compoundLinks: ['', 's', '-'],
};
