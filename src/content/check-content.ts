import { checkReferences } from './checks/check-references';
import { checkTitles } from './checks/check-titles';
import { checkUtterances } from './checks/check-utterances';
import { checkWords } from './checks/check-words';
import type { Content } from './content';
import type { Fault } from './fault';

/** A check between files; each file alone is already sound. */
export type ContentCheck = (content: Content) => readonly Fault[];

const CHECKS: readonly ContentCheck[] = [checkReferences, checkTitles, checkWords, checkUtterances];

/** Every fault between files: references, parity of the languages, clashes. */
export function checkContent(content: Content): readonly Fault[] {
  return CHECKS.flatMap((check) => check(content));
}
