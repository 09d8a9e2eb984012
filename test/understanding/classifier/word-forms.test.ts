import { loadContent } from '../../../src/content/load-content';
import { modelFile } from '../../../src/model-file-path';
import type { IntentClassifier } from '../../../src/understanding/classifier/intent-classifier';
import { obtainClassifier } from '../../../src/understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from '../../../src/understanding/classifier/training-set-from-content';
import { root } from '../words';

/** Questions of one intent with a word in all its forms and spellings. */
const forms: readonly [
  language: string,
  intent: string,
  frame: string,
  words: readonly string[],
][] = [
  [
    'sv',
    'keys.required',
    'Måste man ha % för att installera Windows Server?',
    [
      'produktnyckel',
      'produktnyckeln',
      'produktnycklar',
      'produktnycklarna',
      'produkt nyckel',
      'produktnykel',
    ],
  ],
  [
    'sv',
    'visual-studio.sharing',
    'Får vi dela på % i teamet?',
    [
      'Visual Studio-prenumerationen',
      'Visual Studio-prenumerationer',
      'visualstudio prenumeration',
      'Visual Studio-prenumerationerna',
    ],
  ],
  [
    'sv',
    'renewal.action-pack',
    'När kan man % Action Pack?',
    ['förnya', 'fornya', 'förlänga', 'forlanga'],
  ],
  [
    'sv',
    'licenses.merger',
    'Vad händer med % när två bolag slås ihop?',
    ['licensen', 'licenserna', 'produktlicenserna', 'licenser', 'produkt licenserna', 'lisenserna'],
  ],
  [
    'sv',
    'tokens.split',
    'Går det att dela upp % på flera prenumerationer?',
    ['token', 'tokenen', 'en token', 'våra tokens', 'tokens'],
  ],
  [
    'en',
    'tokens.split',
    'Can % be split over several subscriptions?',
    ['a token', 'tokens', 'the token', 'one toekn', 'our tokens'],
  ],
  [
    'en',
    'keys.required',
    'Do I need % to install Windows Server?',
    ['a product key', 'product keys', 'a productkey', 'a porduct key', 'the product key'],
  ],
  [
    'en',
    'visual-studio.sharing',
    'May we share % in the team?',
    ['a Visual Studio subscription', 'Visual Studio subscriptions', 'a visualstudio subscripton'],
  ],
];

describe('forms and spellings of a word', () => {
  let classifier: IntentClassifier;

  beforeAll(() => {
    classifier = obtainClassifier(trainingSetFromContent(root, loadContent(root)), modelFile(root));
  }, 90_000);

  const cases = forms.flatMap(([language, intent, frame, words]) =>
    words.map((word) => [frame.replace('%', word), language, intent] as const),
  );

  it.each(cases)('%s', (text, language, intent) => {
    expect(classifier.classify(text, language)[0]?.intent).toBe(intent);
  });
});
