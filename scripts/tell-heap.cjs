// Loaded before a bot that is soaked, in each of its threads: when asked, collects garbage and tells the bytes that are left,
// those of compiled code apart: V8 compiles a little more for hours.
const { Session } = require('node:inspector');
const process = require('node:process');
const { getHeapCodeStatistics } = require('node:v8');
const { BroadcastChannel, isMainThread } = require('node:worker_threads');

const session = new Session();
session.connect();

/** Code that nobody runs any more survives some collections. */
const COLLECTIONS = 4;

function bytesLeft() {
  for (let done = 0; done < COLLECTIONS; done += 1) session.post('HeapProfiler.collectGarbage');
  const { code_and_metadata_size: code } = getHeapCodeStatistics();
  return { data: process.memoryUsage().heapUsed - code, code };
}

const threads = new BroadcastChannel('heap');
threads.unref();
if (isMainThread) {
  process.on('message', () => {
    const main = bytesLeft();
    threads.onmessage = ({ data }) => process.send({ main, recognizer: data });
    threads.postMessage('tell');
  });
  process.channel.unref();
} else {
  threads.onmessage = () => threads.postMessage(bytesLeft());
}
