import type { Language } from '../../core/language';
import { NONE } from '../../core/recognition';
import { copyEvidence } from './calibration';
import { fitCalibration } from './fit-calibration';
import { fitThresholds } from './fit-thresholds';
import type { LanguageModel, Model } from './model';
import { TrainedClassifier } from './trained-classifier';
import type { TrainingSet } from './training-set';

/** Fits calibration, then thresholds, of each language to its held-out utterances. */
export function fitToHeldOut(model: Model, set: TrainingSet): Model {
  return refit(refit(model, set, calibrateLanguage), set, chooseThresholds);
}

type Fit = (
  classifier: TrainedClassifier,
  language: string,
  heldOut: TrainingSet['heldOut'][string],
) => Partial<LanguageModel>;

/** Replaces a part of each language's model by what fits its held-out utterances. */
function refit(model: Model, set: TrainingSet, fit: Fit): Model {
  const classifier = new TrainedClassifier(model);
  const languages: Record<Language, LanguageModel> = {};
  for (const [language, part] of Object.entries(model.languages)) {
    languages[language] = { ...part, ...fit(classifier, language, set.heldOut[language] ?? []) };
  }
  return { ...model, languages };
}

const calibrateLanguage: Fit = (classifier, language, heldOut) => {
  const { intents } = classifier;
  const cases = heldOut.map(({ text, intents: accepted }) => ({
    evidence: copyEvidence(classifier.weighEvidence(text, language)),
    accepted: accepted.map((intent) => intents.indexOf(intent)),
  }));
  return {
    calibration: fitCalibration(cases, {
      classes: intents.length,
      noneClass: intents.indexOf(NONE),
    }),
  };
};

const chooseThresholds: Fit = (classifier, language, heldOut) => ({
  thresholds: fitThresholds(
    heldOut.map(({ text, intents }) => ({
      scored: classifier.classify(text, language),
      accepted: intents,
    })),
  ),
});
