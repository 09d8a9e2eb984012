import { join } from 'node:path';
import { contentToExchange } from '../../../src/content/exchange/content-to-exchange';
import { formats } from '../../../src/content/exchange/formats';
import { loadContent } from '../../../src/content/load-content';
import { describeExchangeFormat } from './exchange-format.contract';
import { roundTrip } from './round-trip';

const whole = contentToExchange(loadContent(join(__dirname, '../../..')));

for (const format of formats) describeExchangeFormat(format);

describe("the project's own content", () => {
  it.each(formats.map((format) => [format.name, format] as const))(
    'comes back from %s',
    async (_, format) => {
      const { back, expected } = await roundTrip(format, whole);
      expect(back).toEqual(expected);
      expect(Object.keys(back)).toEqual(['en', 'sv']);
    },
  );

  it('loses nothing in a workbook', async () => {
    expect(
      (await roundTrip(formats.find(({ name }) => name === 'xlsx') ?? never(), whole)).losses,
    ).toEqual([]);
  });

  it.each(['tsv', 'qna', 'cqa'])(
    'loses in %s only the entries that have no answer',
    async (name) => {
      const { losses } = await roundTrip(
        formats.find((format) => format.name === name) ?? never(),
        whole,
      );
      const lost = new Set(losses.map(({ entry }) => entry.split('.')[0]));
      expect([...lost].sort()).toEqual(['account', 'none', 'service', 'support']);
    },
  );

  it.each(['lu', 'clu'])('loses in %s the texts, but no utterance', async (name) => {
    const { losses } = await roundTrip(
      formats.find((format) => format.name === name) ?? never(),
      whole,
    );
    expect(new Set(losses.map(({ part }) => part))).toEqual(new Set(['text']));
    expect(losses).toHaveLength(2 * 31);
  });
});

function never(): never {
  throw new Error('There is no such format.');
}
