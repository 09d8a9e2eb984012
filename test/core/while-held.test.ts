import { whileHeld } from '../../src/core/while-held';
import { collectGarbage } from '../collect-garbage';

it('makes a value once while somebody holds it, and anew when nobody does', async () => {
  let made = 0;
  const get = whileHeld(() => ({ number: (made += 1) }));
  let holder: { number: number } | undefined = get();
  await collectGarbage();
  expect(get()).toBe(holder);
  expect(made).toBe(1);
  holder = undefined;
  await collectGarbage();
  expect(get()).not.toBe(holder);
  expect(made).toBe(2);
});
