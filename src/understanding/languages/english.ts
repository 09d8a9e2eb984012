import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import { foldDiacritics } from './fold-diacritics';
import type { LanguageProfile } from './language-profile';

export const english: LanguageProfile = {
  language: 'en',
  stem: (word) => PorterStemmer.stem(foldDiacritics(word)),
  compoundLinks: [''],
};
