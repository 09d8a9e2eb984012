import { z } from 'zod';

/** Shape of `locales/<language>/understanding/antecedents.json`, by entry: what follow-ups to its answer point at. */
export const antecedentsSchema = z.record(
  z.string(),
  z.strictObject({
    /** What "it", "them", "den" stand for. */
    it: z.string().min(1),
    /** What "and if we don't?" asks, where people wonder about that. */
    unless: z.string().min(1).optional(),
  }),
);

export type Antecedents = z.infer<typeof antecedentsSchema>;
export type Antecedent = Antecedents[string];
