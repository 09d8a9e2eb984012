import {
  detectLanguage,
  isUnsure,
  type LanguageClues,
} from '../../../src/understanding/language-detection/detect-language';

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
  [
    'a service is believed before the channel',
    { identified: { language: 'sv', score: 0.6 }, locale: 'en-GB' },
    'sv',
    'identified',
  ],
  [
    'a service that is unsure itself is no clue',
    { identified: { language: 'sv', score: 0.4 }, locale: 'en-GB' },
    'en',
    'channel',
  ],
  [
    'what is remembered wins over a service',
    { identified: { language: 'sv', score: 1 }, remembered: 'en' },
    'en',
    'remembered',
  ],
  [
    'a service tells another language',
    { identified: { language: undefined, score: 0.9 }, fit: { ...unclear, words: 3 } },
    'en',
    'foreign',
  ],
  [
    'one word is not foreign because a service says so',
    { identified: { language: undefined, score: 1 }, fit: { ...unclear, words: 1 } },
    'en',
    'default',
  ],
  ['a remembered language that is gone is forgotten', { remembered: 'nb' }, 'en', 'default'],
])('%s', (_, known, language, source) => {
  expect(detectLanguage(clues(known))).toMatchObject({ language, source });
});

it.each<[string, boolean, Partial<LanguageClues>]>([
  ['words that fit no language', true, { fit: { ...unclear, words: 2 } }],
  ['words that fit and may be foreign', true, { fit: { ...swedish, foreignScore: 0.2 } }],
  ['clear writing', false, { fit: swedish }],
  ['what is remembered', false, { remembered: 'sv', fit: { ...unclear, words: 2 } }],
  ['a wish', false, { wish: 'sv', fit: { ...unclear, words: 2 } }],
  ['text that is surely foreign', false, { fit: finnish }],
  ['no words at all', false, {}],
  ['mash', false, { fit: { ...unclear, words: 2, isWordLike: false } }],
])('%s: unsure is %s', (_, expected, known) => {
  const all = clues(known);
  expect(isUnsure(all, detectLanguage(all))).toBe(expected);
});
