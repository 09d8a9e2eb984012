import { matchLanguage } from '../../src/core/language';
import type { RecognizedPart, Recognition } from '../../src/core/recognition';
import type { Recognizer, UtteranceContext } from '../../src/understanding/recognizers/recognizer';

/** Recognizes what a test has scripted, in the language that the context gives. */
export function fakeRecognizer(
  script: Readonly<Record<string, Partial<Recognition> | readonly Partial<RecognizedPart>[]>>,
): Recognizer {
  return {
    recognize(text: string, context: UtteranceContext): Promise<Recognition> {
      const scripted = script[text] ?? [];
      const parts = isParts(scripted) ? scripted : (scripted.parts ?? []);
      return Promise.resolve({
        text,
        language: context.remembered ?? matchLanguage(context.locale, ['en', 'sv']) ?? 'en',
        languageEvidence: { source: 'remembered', score: 1 },
        version: 'test',
        ...(isParts(scripted) ? {} : scripted),
        parts: (parts.length > 0 ? parts : [{}]).map((part) => ({
          text,
          decision: 'fallback' as const,
          intents: [],
          entities: [],
          ...part,
        })),
      });
    },
  };
}

function isParts(
  scripted: Partial<Recognition> | readonly Partial<RecognizedPart>[],
): scripted is readonly Partial<RecognizedPart>[] {
  return Array.isArray(scripted);
}

/** A part that is sure of an intent. */
export function sure(intent: string): Partial<RecognizedPart> {
  return { decision: 'answer', intents: [{ intent, score: 0.99 }] };
}

/** A part that could be any of some intents. */
export function unsure(...intents: string[]): Partial<RecognizedPart> {
  return { decision: 'clarify', intents: intents.map((intent) => ({ intent, score: 0.3 })) };
}
