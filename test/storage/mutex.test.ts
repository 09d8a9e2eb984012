import { Mutex } from '../../src/storage/sqlite/mutex';

it('lets one in at a time, in the order in which they came, and whoever is in again at once', async () => {
  const mutex = new Mutex<string>();
  const entered: string[] = [];
  const enter = (name: string) => mutex.lock(name).then(() => void entered.push(name));
  await enter('a');
  const waiting = [enter('b'), enter('c')];
  await enter('a');
  expect(entered).toEqual(['a', 'a']);
  mutex.unlock();
  // Let in already, though it has not been told yet.
  expect(mutex.isHeldBy('b')).toBe(true);
  const last = enter('d');
  await waiting[0];
  expect(entered).toEqual(['a', 'a', 'b']);
  mutex.unlock();
  await waiting[1];
  expect(entered).toEqual(['a', 'a', 'b', 'c']);
  mutex.unlock();
  await last;
  mutex.unlock();
  expect(mutex.isHeldBy('d')).toBe(false);
});
