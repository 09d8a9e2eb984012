import { rangeOf } from '../../src/support-page/overview/range';

const TODAY = '2026-05-20';
const LAST_MONTH = { from: '2026-04-21', to: TODAY };

it.each([
  ['', LAST_MONTH],
  ['from=2026-05-01', LAST_MONTH],
  ['from=x&to=2026-13-45', LAST_MONTH],
  ['from=2026-05-01&to=2026-05-03', { from: '2026-05-01', to: '2026-05-03' }],
  ['from=2026-05-03&to=2026-05-01', { from: '2026-05-01', to: '2026-05-03' }],
  ['from=2026-05-01&to=2027-01-01', { from: '2026-05-01', to: TODAY }],
  ['from=0001-01-01&to=9999-12-31', { from: '2000-01-01', to: TODAY }],
])('"%s" asks for %j', (query, range) => {
  expect(rangeOf(new URLSearchParams(query), TODAY)).toEqual(range);
});
