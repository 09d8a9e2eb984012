import { join } from 'node:path';
import { loadConfig } from '../../../src/config';
import { loadContent } from '../../../src/content/load-content';
import { createRecognizer } from '../../../src/create-recognizer';
import { evaluateRecognizer } from '../../../src/understanding/evaluation/evaluate-recognizer';
import type { Judgement, Outcome } from '../../../src/understanding/evaluation/judge';
import {
  isOutOfScope,
  labelledUtteranceSchema,
  TWO_QUESTIONS,
} from '../../../src/understanding/evaluation/labelled-utterance';
import { readLines } from '../../../src/understanding/evaluation/read-lines';
import { CLEAN_STYLES } from '../../../src/understanding/evaluation/summary';
import { root } from '../words';

const UNANSWERABLE = new Set(['gibberish', 'hostile']);
const languages = ['en', 'sv'];

/** Floors of recognition on utterances by writers whose lines nobody trained or tuned on. */
describe('recognition of unseen writers', () => {
  const judged = new Map<string, readonly Judgement[]>();

  beforeAll(async () => {
    const recognizer = createRecognizer(loadContent(root), loadConfig({}));
    for (const language of languages) {
      const file = join(root, 'test/fixtures', `heldout-${language}.jsonl`);
      const lines = readLines(file, labelledUtteranceSchema);
      judged.set(language, await evaluateRecognizer(recognizer, lines));
    }
  }, 90_000);

  const share = (language: string, outcome: Outcome, is: (one: Judgement) => boolean): number => {
    const group = (judged.get(language) ?? []).filter(is);
    return group.filter((one) => one.outcome === outcome).length / group.length;
  };
  const isClean = ({ line }: Judgement) => CLEAN_STYLES.has(line.style) && !isOutOfScope(line);
  const isNoisy = ({ line }: Judgement) =>
    !CLEAN_STYLES.has(line.style) && line.style !== TWO_QUESTIONS && !isOutOfScope(line);
  const isUnanswerable = ({ line }: Judgement) => UNANSWERABLE.has(line.style);
  const isElsewhere = (one: Judgement) => isOutOfScope(one.line) && !isUnanswerable(one);

  it.each(languages)('answers well-written questions right, hardly ever wrong (%s)', (language) => {
    expect(share(language, 'right', isClean)).toBeGreaterThanOrEqual(0.94);
    expect(share(language, 'wrong', isClean)).toBeLessThanOrEqual(0.025);
  });

  it.each(languages)('answers noisy questions right (%s)', (language) => {
    expect(share(language, 'right', isNoisy)).toBeGreaterThanOrEqual(0.9);
    expect(share(language, 'wrong', isNoisy)).toBeLessThanOrEqual(0.04);
  });

  it.each(languages)('answers little of what is out of scope (%s)', (language) => {
    expect(share(language, 'wrong', isElsewhere)).toBeLessThanOrEqual(0.08);
    expect(share(language, 'wrong', isUnanswerable)).toBeLessThanOrEqual(0.04);
  });

  it.each(languages)('answers both of two questions (%s)', (language) => {
    const isTwo = ({ line }: Judgement) => line.style === TWO_QUESTIONS;
    expect(share(language, 'right', isTwo)).toBeGreaterThanOrEqual(0.8);
  });

  it('is as good in one language as in the other, as far as so few lines can tell', () => {
    const groups = languages.map((language) => (judged.get(language) ?? []).filter(isClean));
    const rights = languages.map((language) => share(language, 'right', isClean));
    const chance = rights.reduce((sum, right, index) => {
      return sum + (right * (1 - right)) / Math.max(groups[index]?.length ?? 1, 1);
    }, 0);
    // A line in three hundred moves by training anew: only what is beyond one standard error counts.
    const difference = Math.max(...rights) - Math.min(...rights) - Math.sqrt(chance);
    expect(difference).toBeLessThanOrEqual(0.02);
  });
});
