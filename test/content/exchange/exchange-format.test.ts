import { join } from 'node:path';
import { contentToExchange } from '../../../src/content/exchange/content-to-exchange';
import { formats } from '../../../src/content/exchange/formats';
import { loadContent } from '../../../src/content/load-content';
import { describeExchangeFormat } from './exchange-format.contract';
import { roundTrip } from './round-trip';

const whole = contentToExchange(loadContent(join(__dirname, '../../..')));
/** What comes back of it by the name of the format: a workbook takes its time. */
const trips = new Map<string, ReturnType<typeof roundTrip>>();

function tripOf(name: string): ReturnType<typeof roundTrip> {
  const format = formats.find((one) => one.name === name);
  if (format === undefined) throw new Error('There is no such format.');
  const trip = trips.get(name) ?? roundTrip(format, whole);
  trips.set(name, trip);
  return trip;
}

for (const format of formats) describeExchangeFormat(format);

describe("the project's own content", () => {
  it.each(formats.map(({ name }) => name))('comes back from %s', async (name) => {
    const { back, expected } = await tripOf(name);
    expect(back).toEqual(expected);
    expect(Object.keys(back)).toEqual(['en', 'sv']);
  });

  it('loses nothing in a workbook', async () => {
    expect((await tripOf('xlsx')).losses).toEqual([]);
  });

  it.each(['tsv', 'qna', 'cqa'])(
    'loses in %s only the entries that have no answer',
    async (name) => {
      const { losses } = await tripOf(name);
      const lost = new Set(losses.map(({ entry }) => entry.split('.')[0]));
      expect([...lost].sort()).toEqual(['account', 'none', 'service', 'support']);
    },
  );

  it.each(['lu', 'clu'])('loses in %s the texts, but no utterance', async (name) => {
    const { losses } = await tripOf(name);
    expect(new Set(losses.map(({ part }) => part))).toEqual(new Set(['text']));
    expect(losses).toHaveLength(2 * 31);
  });
});
