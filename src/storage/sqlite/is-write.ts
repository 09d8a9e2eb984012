import type { CompiledQuery } from 'kysely';

/** Whether a statement writes rows: by its words, since a query may also come as plain SQL. */
export function isWrite({ sql }: CompiledQuery): boolean {
  return /^\s*(?:insert|update|delete)\b/i.test(sql);
}
