import type { UnansweredQuestion } from '../../core/unanswered-question';

/** Port: where do questions wait that found no answer? */
export interface UnansweredQueue {
  /** Puts a question in the queue for good; one that is in it already changes nothing. */
  put(question: UnansweredQuestion): Promise<void>;
  /** Takes out a question that found its answer after all; what a supporter has settled stays settled. */
  withdraw(id: string): Promise<void>;
}
