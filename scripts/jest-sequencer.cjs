const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take longest, in that order: begun last, one of them would run alone in the end. */
const LONGEST = [
  'browser/chat-page.browser',
  'browser/embed.browser',
  'fuzz/fuzz',
  'account-conversations',
  'chaos/chaos',
  'browser/weight.browser',
  'browser/support-page.browser',
  'support-desk/ledger',
  'content/exchange/exchange-format',
  'storage/migrate',
  'storage/faults',
  'content/gate/gate',
  'instances/several-processes',
  'server/real-client',
  'hostile/hostile-texts',
];

const rank = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
};

/** Jest's own order, by what it knows of earlier runs, after the files that are known to take long. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
