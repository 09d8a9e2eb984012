import { z } from 'zod';
import { loadContent } from '../../../src/content/load-content';
import { NONE } from '../../../src/core/recognition';
import { readLines } from '../../../src/understanding/evaluation/read-lines';
import { createLanguageModel } from '../../../src/understanding/language-detection/create-language-model';
import { languageWords, root, words } from '../words';

const utterances = [...loadContent(root).in].map(
  ([language, content]) =>
    [
      language,
      Object.entries(content.utterances).flatMap(([id, lines]) => (id === NONE ? [] : lines)),
    ] as const,
);
const fit = createLanguageModel({
  words: languageWords,
  utterances: new Map(utterances),
  foreignSamples: words.foreignSamples,
  borrowedWords: new Set(words.entities.borrowedWords),
});

const heldOut = [...languageWords.keys()].flatMap((language) =>
  readLines(
    `${root}/test/fixtures/heldout-${language}.jsonl`,
    z.object({ text: z.string(), lang: z.string(), style: z.string() }),
  ).filter(({ style }) => style !== 'gibberish' && style !== 'hostile'),
);

describe.each([...languageWords.keys()])('unseen writers in %s', (language) => {
  const lines = heldOut.filter(({ lang }) => lang === language);
  const isLong = ({ text }: { text: string }) => text.trim().split(/\s+/).length >= 4;

  it('are told apart at four words and more', () => {
    const long = lines.filter(isLong);
    const right = long.filter(({ text }) => fit(text).language === language);
    expect(right.length / long.length).toBeGreaterThanOrEqual(0.99);
  });

  it('are hardly ever mistaken at one to three words', () => {
    const short = lines.filter((line) => !isLong(line));
    const wrong = short.filter(({ text }) => {
      const { language: found, score } = fit(text);
      return found !== language && score >= 0.8;
    });
    expect(wrong.length / short.length).toBeLessThanOrEqual(0.05);
  });

  it('are never taken for foreign', () => {
    const foreign = lines.filter(({ text }) => fit(text).foreignScore >= 0.9);
    expect(foreign).toEqual([]);
  });
});

it.each([
  ['hej', 'sv'],
  ['tack!', 'sv'],
  ['ja tack', 'sv'],
  ['nyckel', 'sv'],
  ['fornyelse', 'sv'],
  ['hi', 'en'],
  ['thanks', 'en'],
  ['renewal', 'en'],
  ['licenses', 'en'],
  ['hur många seats har vi left på vår tenant', 'sv'],
  ['Kan man splitta en token mellan flera subscriptions?', 'sv'],
  ['Hvordan fornyer man Action Pack, og når kan man gjøre det?', 'sv'],
  ['Må to udviklere bruge det samme Visual Studio-login?', 'sv'],
])('%s is %s', (text, language) => {
  const found = fit(text);
  expect(found).toMatchObject({ language });
  expect(found.score).toBeGreaterThan(0.8);
  expect(found.foreignScore).toBeLessThan(0.5);
});

it.each(['token?', 'MPN ID?', 'VS Enterprise', 'ok', '👍', 'Action Pack?', '25'])(
  '%s is of no language',
  (text) => {
    expect(fit(text).score).toBeLessThan(0.8);
  },
);

it.each([
  'Wie kann ich unser Action Pack verlängern?',
  'Est-ce que nous pouvons partager la clé entre deux serveurs ?',
  '¿Podemos usar el mismo token en dos suscripciones?',
  'Voimmeko käyttää samaa avainta kahdella palvelimella?',
  'Czy możemy odnowić pakiet po terminie?',
  'Как продлить подписку?',
  'ライセンスは何個ありますか',
])('%s is foreign', (text) => {
  expect(fit(text).foreignScore).toBeGreaterThan(0.9);
});

it.each(['asdkjhasd kjh', 'fjfjfjfj dkdkdkdk', 'xkcjv wnmq pzzlt', '', '!!!', '84739201'])(
  '"%s" is no word',
  (text) => {
    expect(fit(text).isWordLike).toBe(false);
  },
);

it.each(['hi', 'ok', 'prtaar du svneska', 'hur måmga licener ahr vi', 'thnaks alot', "G'day"])(
  '"%s" is no mash',
  (text) => {
    expect(fit(text).isWordLike).toBe(true);
  },
);
