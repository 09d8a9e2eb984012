import { z } from 'zod';
import type { Lesson } from '../../core/lesson';

const lineSchema = z.object({
  language: z.string(),
  text: z.string(),
  entry: z.string(),
  before: z.string(),
  after: z.string(),
});
const lines = z.array(lineSchema).readonly();
const countsSchema = z.object({
  ...{ language: z.string(), lines: z.int(), right: z.int(), wrong: z.int() },
  ...{ asked: z.int(), refused: z.int() },
});
const counts = z.array(countsSchema).readonly();
const sightSchema = z.object({
  intent: z.string(),
  score: z.number(),
  decision: z.enum(['answer', 'clarify', 'fallback']),
});

export const lessonSchema: z.ZodType<Lesson> = z.object({
  language: z.string(),
  entry: z.string(),
  utterances: z.array(z.string()).readonly(),
});

export const knownSchema = z.object({ lines: z.int(), gains: lines, losses: lines });

/** Held-out lines that the lesson by itself moves, and by how much. */
export const movedSchema = z
  .array(z.object({ language: z.string(), text: z.string(), shift: z.number() }))
  .readonly();

export const retrainedSchema = z.object({
  /** Version of the model that answers today. */
  version: z.string(),
  heldOut: z.object({ before: counts, after: counts, gains: lines, losses: lines }),
  /** What each taught utterance is taken for, before and after. */
  taught: z
    .array(z.object({ text: z.string(), before: sightSchema, after: sightSchema }))
    .readonly(),
});

/** What a lesson would do, as far as it was tried. */
export const trialSchema = z.object({
  known: knownSchema,
  retrained: retrainedSchema,
  /** How long it took. */
  seconds: z.number(),
});
export type Trial = z.infer<typeof trialSchema>;

/** Port: finds out what a lesson would do, without doing it. */
export type TryLesson = (
  lesson: Lesson,
  /** Lessons that were accepted before and are not in the content yet. */
  accepted: readonly Lesson[],
) => Promise<Trial>;
