import type { RecognizedPart } from '../../core/recognition';
import type { Offer } from '../dialogs/choice-dialog';
import type { Turn } from '../turn';

/** Replies to one part of a message; what it offers to choose from next, if anything, is waited for. */
export type Respond = (turn: Turn, part: RecognizedPart) => Promise<Offer | undefined>;
