import type { Content } from '../content';
import type { Fault } from '../fault';
import { withLines } from '../fault-lines';
import { ContentFiles } from '../content-files';
import { readContent } from '../load-content';
import { checkAnswerLength } from './check-answer-length';
import { checkConfusions, type Confusion } from './check-confusions';
import { checkLinks } from './check-links';
import { checkReviews } from './check-reviews';
import { checkSources } from './check-sources';
import { checkSpelling } from './check-spelling';
import { checkUtteranceCount } from './check-utterance-count';
import type { Spelling } from './spelling';

/** What the gate can't know from the content alone. */
export interface GateTools {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The spelling of a language; undefined when there is no dictionary for it. */
  readonly spelling: (language: string) => Spelling | undefined;
  /** Utterances that a recognizer without them takes for another entry. */
  readonly confusions: (content: Content) => readonly Confusion[];
}

/** What the gate found. The content can be served when no fault is more than a warning. */
export interface GateReport {
  readonly content: Content;
  readonly faults: readonly Fault[];
}

/** Checks `dialogs/` and `locales/` below a folder for all that a person would have to look at. Never throws for content. */
export function inspectContent(root: string, tools: GateTools): GateReport {
  const { content, faults } = readContent(root);
  const files = new ContentFiles(root);
  const found = [
    ...checkReviews(content, tools.today),
    ...checkSources(content, files),
    ...checkLinks(content),
    ...checkAnswerLength(content),
    ...checkUtteranceCount(content),
    ...checkSpelling(content, tools.spelling),
    ...checkConfusions(content, tools.confusions(content)),
  ];
  return {
    content,
    faults: [...faults, ...files.faults, ...withLines(found, (file) => files.text(file))],
  };
}
