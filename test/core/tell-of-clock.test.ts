import { tellOfClock } from '../../src/core/tell-of-clock';

const NOW = new Date('2026-05-20T10:00:00.000Z');

it.each([
  ['nothing', 'where nothing was kept', undefined, ''],
  ['nothing', 'a day later', '2026-05-19T10:00:00.000Z', ''],
  ['nothing', 'a day earlier', '2026-05-21T10:00:00.000Z', ''],
  ['what is not deleted', 'a year later', '2025-05-20T10:00:00.000Z', 'long pause'],
  ['what to set right', 'a year earlier', '2027-05-20T10:00:00.000Z', 'clock is behind'],
])('says %s %s', (_, __, last, expected) => {
  const warn = jest.fn<undefined, [object, string]>();
  tellOfClock({ info: jest.fn(), error: jest.fn(), warn }, NOW, last ? new Date(last) : undefined);
  const said = warn.mock.calls.map(([, event]) => event.slice(0, expected.length));
  expect(said.join()).toBe(expected);
  expect(said).toHaveLength(expected === '' ? 0 : 1);
});
