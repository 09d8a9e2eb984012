import type { RecognizedPart } from '../../core/recognition';
import type { Next } from '../dialogs/choice-dialog';
import type { Turn } from '../turn';

/** Replies to one part of a message; what comes next, if anything, is waited for. */
export type Respond = (turn: Turn, part: RecognizedPart) => Promise<Next | undefined>;
