import type { Schema } from '../storage/schema';
import { TABLE_RULES } from './table-rules';

/** The names of all tables. */
export function tableNames(): readonly (keyof Schema)[] {
  return Object.keys(TABLE_RULES).filter((name): name is keyof Schema => name in TABLE_RULES);
}
