import type { z } from 'zod';
import { ExchangeError } from './exchange-format';

/** Reads JSON of a shape. Throws an `ExchangeError` with the first place that differs from it. */
export function readJson<T>(text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ExchangeError('not JSON', error instanceof Error ? error.message : String(error));
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ExchangeError(
    issue?.path.join('.') ?? 'the file',
    issue?.message ?? 'is of another shape',
  );
}
