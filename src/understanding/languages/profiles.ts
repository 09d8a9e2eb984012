import type { Language } from '../../core/language';
import { english } from './english';
import type { LanguageProfile } from './language-profile';
import { swedish } from './swedish';

/** The languages that the classifier knows; others are taken word by word, unstemmed. */
export const profiles: Readonly<Record<Language, LanguageProfile>> = {
  [english.language]: english,
  [swedish.language]: swedish,
};
