import { Worker } from 'node:worker_threads';
import { ThreadedRecognizer } from '../../../src/understanding/recognizers/threaded-recognizer';
import { fakeRecognizer } from '../../support/fake-recognizer';

/** Says what it was told; ends at "die" always, at "die once" in its first life, and refuses "fail". */
const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const lives = new Int32Array(workerData);
  const life = Atomics.add(lives, 0, 1);
  const serve = ({ id, text }) => {
    if (text === 'die' || (text === 'die once' && life === 0)) process.exit(1);
    return text === 'fail' ? { id, failure: 'refused' } : { id, recognition: { text, life } };
  };
  parentPort.on('message', (tasks) => parentPort.postMessage(tasks.map(serve)));
  parentPort.postMessage('ready');
`;
const context = { today: '2026-05-20' };
const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

const started: Worker[] = [];
let isOver = false;
beforeEach(() => (isOver = false));
afterEach(async () => {
  // A recognizer would start another thread for one that ends.
  isOver = true;
  await Promise.all(started.splice(0).map((worker) => worker.terminate()));
});

function open(script = SCRIPT) {
  const workerData = new SharedArrayBuffer(4);
  const start = () => {
    if (isOver) throw new Error('The test is over.');
    const worker = new Worker(script, { eval: true, workerData });
    started.push(worker);
    return worker;
  };
  return ThreadedRecognizer.start({ start, inProcess: () => fakeRecognizer({}), log });
}

it('gives each message what came of it', async () => {
  const recognizer = await open();
  const texts = ['one', 'two', 'three'];
  const found = await Promise.all(texts.map((text) => recognizer.recognize(text, context)));
  expect(found.map(({ text }) => text)).toEqual(texts);
  await expect(recognizer.recognize('fail', context)).rejects.toThrow('refused');
});

it('loses nothing when the thread ends', async () => {
  const recognizer = await open();
  const texts = ['one', 'die once', 'three'];
  const found = await Promise.all(texts.map((text) => recognizer.recognize(text, context)));
  expect(found).toEqual(texts.map((text) => ({ text, life: 1 })));
});

it('gives up a message at which thread after thread ends, and no other', async () => {
  const recognizer = await open();
  const before = recognizer.recognize('one', context);
  const deadly = recognizer.recognize('die', context);
  const after = recognizer.recognize('three', context);
  await expect(deadly).rejects.toThrow('ended at this message');
  expect(await before).toEqual({ text: 'one', life: 1 });
  expect(await after).toEqual({ text: 'three', life: 3 });
});

it('recognizes by itself where no thread can be started', async () => {
  const recognizer = await open('throw new Error("no model")');
  expect(await recognizer.recognize('one', context)).toMatchObject({ text: 'one', language: 'en' });
  expect(log.error).toHaveBeenCalled();
});
