import { tellOfClock } from '../../src/core/tell-of-clock';

const NOW = new Date('2026-05-20T10:00:00.000Z');

it.each([
  ['nothing', 'where nothing was kept', undefined],
  ['nothing', 'a day later', '2026-05-19T10:00:00.000Z'],
  ['nothing', 'a day earlier', '2026-05-21T10:00:00.000Z'],
  ['long pause', 'a year later', '2025-05-20T10:00:00.000Z'],
  ['behind', 'a year earlier', '2027-05-20T10:00:00.000Z'],
])('says %s %s', (expected, _, last) => {
  const warn = jest.fn<undefined, [object, string]>();
  tellOfClock({ info: jest.fn(), error: jest.fn(), warn }, NOW, last ? new Date(last) : undefined);
  const said = warn.mock.calls.map(([, event]) => event).join();
  if (expected === 'nothing') expect(said).toBe('');
  else expect(said).toContain(expected);
});
