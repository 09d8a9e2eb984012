import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { loadContent } from './content/load-content';
import { createRecognizer } from './create-recognizer';
import { serveRecognizer } from './understanding/recognizers/recognizer-thread';

const { root, defaultLanguage } = z
  .object({ root: z.string(), defaultLanguage: z.string() })
  .parse(workerData);
const recognizer = createRecognizer(
  loadContent(root),
  { DEFAULT_LANGUAGE: defaultLanguage },
  { root },
);
if (parentPort !== null) serveRecognizer(recognizer, parentPort);
