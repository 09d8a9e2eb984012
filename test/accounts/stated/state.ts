import type { StatedBasis, StatedFacts } from '../../../src/accounts/presentation';
import { statedFacts, type StatedRequest } from '../../../src/accounts/stated/stated-facts';
import { wordsIn } from '../words';

/** A message about an entry, unless told otherwise in English on 22 November 2026. */
export type Message = Partial<StatedRequest> &
  Pick<StatedRequest, 'entry' | 'utterance'> & { readonly language?: string };

/** Works out the rule behind a message's entry. */
export function state({ language = 'en', ...message }: Message): StatedFacts | undefined {
  return statedFacts({ entities: [], today: '2026-11-22', ...wordsIn(language), ...message });
}

/** The sentences of facts. */
export const linesOf = (facts: StatedFacts | undefined): readonly string[] | undefined =>
  facts?.kind === 'facts' ? facts.lines : undefined;

/** What facts leave for a follow-up. */
export const basisOf = (facts: StatedFacts | undefined): StatedBasis | undefined =>
  facts?.kind === 'facts' ? facts.basis : undefined;
