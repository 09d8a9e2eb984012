import { NONE } from '../../../src/core/recognition';
import type { IntentClassifier } from '../../../src/understanding/classifier/intent-classifier';

/** What a text is taken to be about, in either language. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  'account.licenses': /how many|hur många/i,
  'keys.more': /\bkeys?\b|nyckel/i,
  'licenses.usage': /used for|användas till/i,
  'renewal.action-pack': /renew.*action pack|förny.*action pack/i,
  'renewal.competency': /renew.*competency|förny.*kompetens/i,
  'service.greeting': /^(?:hello|hej)\b/i,
  'service.thanks': /\bthanks|\btack/i,
  'tokens.replacement': /new token|wrong tenant|ny token|fel tenant/i,
  'tokens.split': /\bsplit|\bdelas?\b/i,
};

/** Classifier that knows a few words and nothing else. */
export const keywordClassifier: IntentClassifier = {
  version: 'keywords',
  intents: [...Object.keys(KEYWORDS), NONE].sort(),
  classify(text) {
    const hits = Object.entries(KEYWORDS).filter(([, pattern]) => pattern.test(text));
    const share = 0.96 / Math.max(1, hits.length);
    return this.intents
      .map((intent) => {
        if (intent === NONE) return { intent, score: hits.length === 0 ? 0.96 : 0.001 };
        return { intent, score: hits.some(([hit]) => hit === intent) ? share : 0.001 };
      })
      .sort((left, right) => right.score - left.score);
  },
  thresholds: () => ({ answer: 0.6, clarify: 0.2, margin: 0.1 }),
  vectorOf: () => ({ ids: new Int32Array(), values: new Float32Array() }),
  nearest: (_text, _language, count) =>
    [{ text: 'Can a token be split?', intent: 'tokens.split', similarity: 0.5 }].slice(0, count),
};
