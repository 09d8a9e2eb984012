import fc from 'fast-check';
import type {
  ExchangeContent,
  ExchangeEntry,
  ExchangeFormat,
} from '../../../src/content/exchange/exchange-format';
import { roundTrip } from './round-trip';
import { expectAlways } from '../../support/expect-always';

/** Text as people paste it: with what each of the formats takes for its own. */
const sentence = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        ...[
          '\n',
          '\n\n',
          '\t',
          '\\',
          '\\n',
          '|',
          ':',
          '%7C',
          '"',
          '**',
          '*',
          '_',
          '`',
          '```',
          '<br>',
        ],
        ...[
          '# ? ',
          '- ',
          '+ ',
          '> ',
          '1. ',
          '{a}',
          '[b](c)',
          '@',
          '=1+1',
          'åäö',
          '👍🏽',
          '\u2028',
          ...['_x0041_', '\u0000', 'valueOf', '__proto__'],
        ],
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

const titles = { question: sentence, short: sentence };
const faqText = fc
  .record({
    ...{ ...titles, verdict: sentence },
    paragraphs: fc.array(sentence, { maxLength: 3 }),
    steps: fc.array(sentence, { maxLength: 3 }),
    example: fc.option(sentence, { nil: undefined }),
    note: fc.option(sentence, { nil: undefined }),
  })
  .map(({ example, note, ...text }) => ({
    ...text,
    ...(example === undefined ? {} : { example }),
    ...(note === undefined ? {} : { note }),
  }));

const entries = fc
  .dictionary(
    fc.stringMatching(/^[a-z-]{1,6}\.[a-z-]{1,6}$/),
    fc.record({
      text: fc.oneof(faqText, fc.record(titles), fc.constant(undefined)),
      utterances: fc.array(sentence, { maxLength: 4 }),
    }),
    { minKeys: 1, maxKeys: 4 },
  )
  .map((byId) =>
    Object.entries(byId).map(([id, { text, utterances }]): ExchangeEntry => ({
      ...{ id, utterances },
      ...(text !== undefined && { text }),
    })),
  );

const content: fc.Arbitrary<ExchangeContent> = fc
  .record({ en: entries, sv: entries })
  .map((languages) => new Map(Object.entries(languages)));

/** What every format must do. */

export function describeExchangeFormat(format: ExchangeFormat): void {
  describe(`the format ${format.name}`, () => {
    it('gives back what it was given, less the losses that it reports', async () => {
      await expectAlways(
        fc.asyncProperty(content, async (whole) => {
          const { back, expected } = await roundTrip(format, whole);
          expect(back).toEqual(expected);
        }),
        25,
      );
    });

    it.each(['', 'hello', '{"a":1}', '\u0000'])('refuses %j', async (text) => {
      await expect(format.read(new TextEncoder().encode(text))).rejects.toMatchObject({
        code: 'EXCHANGE',
      });
    });
  });
}
