import PorterStemmerSv from 'natural/lib/natural/stemmers/porter_stemmer_sv';
import { foldDiacritics } from './fold-diacritics';
import type { LanguageProfile } from './language-profile';

/** Definite endings that the stemmer leaves: nyckeln, servern, medlemskapet. */
const DEFINITE = /(?<=el|er)ns?$|(?<=skap)ets?$/;
/** Vowel that falls out before an ending: nyckel, nycklar. */
const FLEETING = /(?<=..[^aeiouyåäö])e(?=l$)/;
const ROUNDS = 3;

/** Snowball's stemmer until nothing falls off any more: one round makes lic of licens, but licens of licenser. */
function stem(word: string): string {
  let shorter = word.replace(DEFINITE, '');
  for (let round = 0; round < ROUNDS; round++) {
    const next = PorterStemmerSv.stem(shorter);
    if (next === shorter) break;
    shorter = next;
  }
  return foldDiacritics(shorter.replace(FLEETING, ''));
}

export const swedish: LanguageProfile = { language: 'sv', stem, compoundLinks: ['', 's'] };
