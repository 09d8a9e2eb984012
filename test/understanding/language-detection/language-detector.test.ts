import {
  detectLanguage,
  type LanguageClues,
} from '../../../src/understanding/language-detection/language-detector';

const unclear = { language: 'en', score: 0.5, foreignScore: 0, words: 0, isWordLike: true };
const swedish = { language: 'sv', score: 0.999, foreignScore: 0, words: 6, isWordLike: true };
const finnish = { language: 'en', score: 0.5, foreignScore: 0.99, words: 5, isWordLike: true };

function clues(known: Partial<LanguageClues>): LanguageClues {
  const none = { wish: undefined, asked: undefined, remembered: undefined, locale: undefined };
  return { ...none, fit: unclear, supported: ['en', 'sv'], ...known };
}

it.each<[string, Partial<LanguageClues>, string, string]>([
  ['a wish wins over all else', { wish: 'en', asked: 'sv', fit: swedish }, 'en', 'asked'],
  ['an earlier wish wins over a sentence', { asked: 'en', fit: swedish }, 'en', 'asked'],
  [
    'an earlier wish yields to whole sentences',
    { asked: 'en', fit: { ...swedish, words: 14 } },
    'sv',
    'written',
  ],
  ['clear writing is followed', { remembered: 'en', fit: swedish }, 'sv', 'written'],
  [
    'one word does not change the language of a conversation',
    { remembered: 'en', fit: { ...swedish, words: 1 } },
    'en',
    'remembered',
  ],
  [
    'one word begins a conversation',
    { fit: { ...swedish, score: 0.9, words: 1 } },
    'sv',
    'written',
  ],
  [
    'neutral text keeps what is remembered',
    { remembered: 'sv', locale: 'en-GB' },
    'sv',
    'remembered',
  ],
  ['neutral text follows the channel', { locale: 'sv-FI' }, 'sv', 'channel'],
  ['a locale of another language is no clue', { locale: 'de-DE' }, 'en', 'default'],
  ['nothing known gives the default', {}, 'en', 'default'],
  ['foreign text keeps what is remembered', { remembered: 'sv', fit: finnish }, 'sv', 'foreign'],
  ['a wish within foreign text counts', { wish: 'sv', fit: finnish }, 'sv', 'asked'],
  ['a remembered language that is gone is forgotten', { remembered: 'nb' }, 'en', 'default'],
])('%s', (_, known, language, source) => {
  expect(detectLanguage(clues(known))).toMatchObject({ language, source });
});
