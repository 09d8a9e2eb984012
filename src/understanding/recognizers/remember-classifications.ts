import type { Language } from '../../core/language';
import type { ScoredIntent } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';

/** Texts that are remembered: more than one message is read by. */
const REMEMBERED = 200;

/** Makes a function that classifies like a classifier, the same text once: a message is read in many ways. */
export function rememberClassifications(
  classifier: IntentClassifier,
): (text: string, language: Language) => readonly ScoredIntent[] {
  const remembered = new Map<string, readonly ScoredIntent[]>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const scored = classifier.classify(text, language);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, scored);
    return scored;
  };
}
