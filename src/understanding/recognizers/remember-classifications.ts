import type { Language } from '../../core/language';
import type { ScoredIntent } from '../../core/recognition';
import { remember } from '../../core/remember';
import type { IntentClassifier } from '../classifier/intent-classifier';

/** Texts of a language that are remembered: more than one message is read by. */
const LIMITS = { limit: 100, longest: Infinity };

/** Makes a function that classifies like a classifier, the same text once: a message is read in many ways. */
export function rememberClassifications(
  classifier: IntentClassifier,
): (text: string, language: Language) => readonly ScoredIntent[] {
  const classifyIn = remember((language) =>
    remember((text) => classifier.classify(text, language), LIMITS),
  );
  return (text, language) => classifyIn(language)(text);
}
