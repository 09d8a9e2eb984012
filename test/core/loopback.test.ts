import { isLoopback } from '../../src/core/loopback';

it.each(['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

it.each([
  '',
  'localhost.example',
  'notlocalhost',
  '126.0.0.1',
  '0.0.0.0',
  '::2',
  '127.0.0.1.example',
])('%s is another', (host) => {
  expect(isLoopback(host)).toBe(false);
});
