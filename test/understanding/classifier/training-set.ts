import { EMPTY_LEXICON } from '../../../src/understanding/languages/lexicon';
import type { TrainingSet } from '../../../src/understanding/classifier/training-set';

/** A small bilingual training set: two intents and what is out of scope, in a few words each. */
export function smallTrainingSet(): TrainingSet {
  return {
    utterances: {
      en: {
        'tokens.split': cross(
          ['can I split', 'divide', 'share out'],
          ['a token', 'our token', 'the tokens'],
        ),
        'keys.more': cross(
          ['we need more', 'how to get extra', 'give us another'],
          ['keys', 'key', 'product key'],
        ),
        none: cross(['what is', 'tell me about', 'I like'], ['the weather', 'football', 'dinner']),
      },
      sv: {
        'tokens.split': cross(
          ['kan man dela', 'stycka', 'fördela'],
          ['en token', 'vår token', 'tokens'],
        ),
        'keys.more': cross(
          ['vi behöver fler', 'hur får man extra', 'ge oss en till'],
          ['nycklar', 'nyckel', 'produktnyckel'],
        ),
        none: cross(['vad är', 'berätta om', 'jag gillar'], ['vädret', 'fotboll', 'middag']),
      },
    },
    heldOut: {
      en: [
        { text: 'is it possible to split the token', intents: ['tokens.split'] },
        { text: 'more product keys please', intents: ['keys.more'] },
        { text: 'the weather for dinner', intents: ['none'] },
      ],
      sv: [
        { text: 'går det att dela token', intents: ['tokens.split'] },
        { text: 'fler produktnycklar tack', intents: ['keys.more'] },
        { text: 'vädret till middag', intents: ['none'] },
      ],
    },
    lexicons: { en: EMPTY_LEXICON, sv: EMPTY_LEXICON },
  };
}

function cross(starts: readonly string[], ends: readonly string[]): string[] {
  return starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
}
