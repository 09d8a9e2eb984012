import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { whileHeld } from '../../src/core/while-held';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('makes a value once while somebody holds it, and anew when nobody does', async () => {
  let made = 0;
  const get = whileHeld(() => ({ number: (made += 1) }));
  let holder: { number: number } | undefined = get();
  // What a turn of the event loop has asked for isn't let go of before its end.
  await pause(0);
  collectGarbage();
  expect(get()).toBe(holder);
  expect(made).toBe(1);
  holder = undefined;
  await pause(0);
  collectGarbage();
  expect(get()).not.toBe(holder);
  expect(made).toBe(2);
});
