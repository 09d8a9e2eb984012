import { createWording } from '../../src/accounts/wording';
import { asksForHoldings, namesOtherCompany } from '../../src/accounts/names-other-company';
import { escapeMarkdown } from '../../src/channels/escape-markdown';
import { fold } from '../../src/content/fold';
import { quote } from '../../src/conversation/responses/quote';
import { localRedactor } from '../../src/privacy/local-redactor';
import { createTimeMask } from '../../src/understanding/entities/blank-times';
import { findDatesInDigits } from '../../src/understanding/entities/dates-in-digits';
import { createDayFinder } from '../../src/understanding/entities/find-days';
import { createNameFinder } from '../../src/understanding/entities/find-names';
import { createPeriodFinder } from '../../src/understanding/entities/find-periods';
import { createCueReader } from '../../src/understanding/follow-ups/follow-up-cues';
import { createAttackTest } from '../../src/understanding/guards/attack';
import { withoutCode } from '../../src/understanding/guards/code';
import { createOtherPartyTest } from '../../src/understanding/guards/other-party';
import { createWishReader } from '../../src/understanding/language-detection/wish';
import { tokenize } from '../../src/understanding/languages/tokenize';
import { createAskTest } from '../../src/understanding/segmentation/asks';
import { createBoundaryFinder } from '../../src/understanding/segmentation/boundaries';
import { createMailReader } from '../../src/understanding/segmentation/quoted-mail';
import { createSurroundingsReader } from '../../src/understanding/segmentation/surroundings';
import { wordsIn } from '../accounts/words';
import { readingRecognizer } from '../understanding/recognizers/reading-recognizer';
import {
  empty,
  entityWords,
  functionWords,
  languageWords,
  messageWords,
  words,
} from '../understanding/words';
import { cpuMilliseconds } from './cpu-milliseconds';
import { HOSTILE_PIECES, repeated } from './hostile-texts';

const naming = { company: 'Fabrikam', entities: [], wording: createWording(wordsIn('sv')) };
const [english] = entityWords.values();
if (english === undefined) throw new RangeError('No language has words.');
const findPeriods = createPeriodFinder('en', english, words.entities);
const findDays = createDayFinder(english);
const readCues = createCueReader(messageWords, empty);

/** Everything that reads what people typed, by itself: a later step must not rely on an earlier one's cuts. */
const steps: Readonly<Record<string, (text: string) => unknown>> = {
  redact: (text) => localRedactor.redact(text),
  quote: (text) => quote(text, localRedactor),
  escapeMarkdown,
  fold,
  mail: createMailReader(messageWords),
  surroundings: createSurroundingsReader(messageWords, functionWords),
  code: withoutCode,
  boundaries: createBoundaryFinder(messageWords),
  asks: createAskTest(messageWords),
  attack: createAttackTest(messageWords),
  otherParty: createOtherPartyTest(messageWords),
  wish: createWishReader(languageWords),
  cues: (text) => ({ ...readCues(text) }),
  tokens: (text) => tokenize(text, 100_000),
  names: createNameFinder(words.entities, [...entityWords.values()]),
  dates: (text) => findDatesInDigits(text, true, '2026-11-22'),
  periods: (text) => findPeriods(text, '2026-11-22'),
  days: findDays,
  times: (text) => createTimeMask(['en-GB', 'sv-SE'], functionWords)(text, []),
  otherCompany: (text) => namesOtherCompany(text, naming),
  holdings: (text) => asksForHoldings(text, naming),
};

/** At this length a quadratic step takes half a second and more, a linear one a few milliseconds. */
const LENGTH = 12_000;
const STEP_LIMIT = 240;

it.each(Object.entries(steps))('%s takes time that grows with the text only', async (_, step) => {
  const slow: string[] = [];
  for (const piece of HOSTILE_PIECES) {
    const text = `${repeated(piece, LENGTH)} x?`;
    const took = await cpuMilliseconds(() => step(text), STEP_LIMIT);
    if (took > STEP_LIMIT) slow.push(`${JSON.stringify(piece)}: ${took} ms`);
  }
  expect(slow).toEqual([]);
});

/** Below fifty milliseconds on a quiet machine; a quadratic step would take many seconds on any. */
const MESSAGE_LIMIT = 500;

it('recognizes a message of 100 kB in time that grows with its length only', async () => {
  const context = { today: '2026-11-22', previous: 'tokens.split', previousText: 'Split it?' };
  const slow: string[] = [];
  for (const piece of HOSTILE_PIECES) {
    const text = `en token ${repeated(piece, 100_000)}`;
    const recognize = () => readingRecognizer.recognize(text, context);
    const took = await cpuMilliseconds(recognize, MESSAGE_LIMIT);
    if (took > MESSAGE_LIMIT) slow.push(`${JSON.stringify(piece)}: ${took} ms`);
  }
  expect(slow).toEqual([]);
});
