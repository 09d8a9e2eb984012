import type { Language } from '../../core/language';
import type { ScoredIntent } from '../../core/recognition';
import { remember } from '../../core/remember';
import type { IntentClassifier } from '../classifier/intent-classifier';

/** Texts of a language that are remembered: more than one message is read by. */
const REMEMBERED = { limit: 100, longest: Infinity };

type Classify = (text: string) => readonly ScoredIntent[];

/** Makes a function that classifies like a classifier, the same text once: a message is read in many ways. */
export function rememberClassifications(
  classifier: IntentClassifier,
): (text: string, language: Language) => readonly ScoredIntent[] {
  const byLanguage = new Map<Language, Classify>();
  const classifyIn = (language: Language): Classify => {
    const classify = remember((text) => classifier.classify(text, language), REMEMBERED);
    byLanguage.set(language, classify);
    return classify;
  };
  return (text, language) => (byLanguage.get(language) ?? classifyIn(language))(text);
}
