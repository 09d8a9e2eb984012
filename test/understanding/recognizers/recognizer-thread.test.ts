import {
  serveRecognizer,
  type RecognizerNews,
  type RecognizerTask,
} from '../../../src/understanding/recognizers/recognizer-thread';
import { fakeRecognizer } from '../../support/fake-recognizer';

it('recognizes all that comes together, and answers it together', async () => {
  let take: (tasks: readonly RecognizerTask[]) => void = () => undefined;
  const told: RecognizerNews[] = [];
  const context = { today: '2026-05-20' };
  const fake = fakeRecognizer({});
  const recognize = (text: string) =>
    text === 'fail' ? Promise.reject(new Error('refused')) : fake.recognize(text, context);
  const done = new Promise<void>((resolve) => {
    serveRecognizer(
      { recognize },
      {
        on: (_event, listener) => (take = listener),
        postMessage: (news) => {
          if (told.push(news) === 2) resolve();
        },
      },
    );
  });
  expect(told).toEqual(['ready']);
  take(['one', 'fail', 'three'].map((text, id) => ({ id, text, context })));
  await done;
  expect(told[1]).toMatchObject([
    { id: 0, recognition: { text: 'one' } },
    { id: 1, failure: 'Error: refused' },
    { id: 2, recognition: { text: 'three' } },
  ]);
});
