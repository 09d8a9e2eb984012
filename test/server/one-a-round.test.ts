import { oneARound } from '../../src/server/one-a-round';

it('lets one request in with each round, in the order in which they came', async () => {
  const wait = oneARound();
  const log: string[] = [];
  const ask = (name: string) => {
    wait(undefined, undefined, () => log.push(name));
  };
  const round = async () => {
    log.push('|');
    await new Promise((resolve) => setImmediate(resolve));
  };
  ['a', 'b', 'c'].forEach(ask);
  for (let count = 0; count < 4; count += 1) await round();
  ask('d');
  await round();
  expect(log.join('')).toBe('|a|b|c||d');
});
