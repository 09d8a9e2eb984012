import type { LanguageClues } from '../../../src/understanding/language-detection/detect-language';
import type { LanguageDetector } from '../../../src/understanding/language-detection/language-detector';

export const neutral: LanguageClues = {
  ...{ wish: undefined, asked: undefined, remembered: undefined, locale: 'en-GB' },
  fit: { language: 'en', score: 0.5, foreignScore: 0, words: 3, isWordLike: true },
  supported: ['en', 'sv'],
};
const swedish = { language: 'sv', score: 0.999, foreignScore: 0, words: 6, isWordLike: true };
const finnish = { ...neutral.fit, foreignScore: 0.99 };

/** What every language detector does, whatever else it asks. */
export function languageDetectorContract(detectorOf: () => LanguageDetector): void {
  it.each<[string, Partial<LanguageClues>, string, string]>([
    ['a wish', { wish: 'sv' }, 'sv', 'asked'],
    ['an earlier wish', { asked: 'sv' }, 'sv', 'asked'],
    ['clear writing', { fit: swedish }, 'sv', 'written'],
    ['what is remembered, for neutral text', { remembered: 'sv' }, 'sv', 'remembered'],
    ['a language that is surely another', { fit: finnish, remembered: 'sv' }, 'sv', 'foreign'],
    ['the channel, for text without words', { fit: { ...neutral.fit, words: 0 } }, 'en', 'channel'],
  ])('follows %s', async (_, clues, language, source) => {
    expect(await detectorOf().detect('text', { ...neutral, ...clues })).toMatchObject({
      ...{ language, source },
    });
  });

  it.each(['', 'x'.repeat(100_000), '\u{1F600}', '\ud800', '\u0000'])(
    'takes any text',
    async (text) => {
      const { language } = await detectorOf().detect(text, neutral);
      expect(neutral.supported).toContain(language);
    },
  );
}
