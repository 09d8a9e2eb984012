import { decide } from '../../core/decision';
import type { RecognizedPart } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import type { Gloss } from '../language-detection/foreign-gloss';
import { isOfConversation, rounded, SHOWN_INTENTS } from './shown-intents';

/**
 * Guesses word by word what a text in a language that isn't ours is about: politeness and the wish for a person are
 * answered, anything else is a guess that may be offered.
 */
export function createForeignReader(
  classifier: IntentClassifier,
  gloss: Gloss,
): (text: string) => RecognizedPart {
  return (text) => {
    const scored = classifier.classify(gloss.of(text), gloss.language);
    const decision = decide(scored, classifier.thresholds(gloss.language));
    const isServed = decision === 'answer' && isOfConversation(scored[0]?.intent ?? '');
    return {
      text,
      decision: isServed ? decision : 'fallback',
      intents: scored.slice(0, SHOWN_INTENTS).map(rounded),
      entities: [],
    };
  };
}
