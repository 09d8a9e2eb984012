import { performance } from 'node:perf_hooks';
import type { Content } from '../../src/content/content';
import { createRecognizer } from '../../src/create-recognizer';
import type { TrainingSet } from '../../src/understanding/classifier/training-set';
import { percentiles } from './percentiles';

/** Any day will do: dates that are told cost the same. */
const TODAY = '2026-01-15';

/**
 * Microseconds that a whole message takes: read, language, guards, split, classified, entities. Held-out lines warm it up,
 * as they do every engine.
 */
export async function wholeMessage(
  {
    root,
    content,
    set,
  }: {
    readonly root: string;
    readonly content: Content;
    readonly set: TrainingSet;
  },
  lines: readonly { readonly text: string }[],
): Promise<{ readonly p50: number; readonly p99: number }> {
  const recognizer = createRecognizer(content, { DEFAULT_LANGUAGE: 'en' }, { root });
  const warmUp = Object.values(set.heldOut).flat();
  for (const { text } of warmUp) await recognizer.recognize(text, { today: TODAY });
  const times: number[] = [];
  for (const { text } of lines) {
    const start = performance.now();
    await recognizer.recognize(text, { today: TODAY });
    times.push((performance.now() - start) * 1000);
  }
  return percentiles(times);
}
