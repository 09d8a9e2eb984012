import type { Clock } from '../../core/clock';
import type { Content } from '../../content/content';
import type { Learning } from '../../support/learning/learning';
import type { Reading } from '../page';
import type { Names } from '../parts/names';

/** What the pages on unanswered questions are made of. */
export interface UnansweredOptions {
  readonly learning: Learning;
  readonly content: Content;
  readonly namesIn: (reading: Reading) => Names;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: Clock;
}
