import { PorterStemmer } from 'natural/lib/natural/stemmers';
import type { LanguageProfile } from './language-profile';

export const english: LanguageProfile = {
  language: 'en',
  stem: (word) => PorterStemmer.stem(word),
};
