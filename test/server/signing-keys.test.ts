import { SigningKeys } from '../../src/server/signing-keys';
import { movingClock } from '../support-desk/ticket-desk';

const DAY = 24 * 3600;
const key = { kid: 'k', kty: 'EC', endorsements: [] };

function open(answers: (readonly (typeof key)[])[]) {
  const clock = movingClock();
  const fetchKeys = jest.fn(() => Promise.resolve(answers.shift() ?? []));
  return { keys: new SigningKeys(fetchKeys, clock.now), pass: clock.pass, fetchKeys };
}

it('an issuer that has no keys is asked again a second later', async () => {
  const { keys, pass, fetchKeys } = open([[], [key]]);
  await expect(keys.find('k')).rejects.toThrow('without keys');
  await expect(keys.find('k')).rejects.toThrow('no keys');
  expect(fetchKeys).toHaveBeenCalledTimes(1);
  pass(2);
  expect(await keys.find('k')).toEqual(key);
});

it('known keys serve on when the issuer has none any more, and are looked for again', async () => {
  const { keys, pass, fetchKeys } = open([[key], [], [{ ...key, kid: 'new' }]]);
  await keys.find('k');
  pass(DAY + 1);
  expect(await keys.find('k')).toEqual(key);
  pass(31);
  expect(await keys.find('new')).toMatchObject({ kid: 'new' });
  expect(fetchKeys).toHaveBeenCalledTimes(3);
});
