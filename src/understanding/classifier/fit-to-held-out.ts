import type { Language } from '../../core/language';
import { NONE } from '../../core/recognition';
import { copyEvidence, type Calibration, type CalibrationCase } from './calibration';
import { fitCalibration } from './fit-calibration';
import { fitThresholds } from './fit-thresholds';
import type { LanguageModel, Model } from './model';
import { TrainedClassifier } from './trained-classifier';
import type { TrainingSet } from './training-set';

/**
 * Strength of the pull of a language's calibration to that of all languages together: four hundred lines of one
 * language say little about how often people write what is out of scope.
 */
const LANGUAGE_PULL = 0.05;

/** Fits calibration, then thresholds, of each language to its held-out utterances. */
export function fitToHeldOut(model: Model, set: TrainingSet): Model {
  const calibrate = fitCalibrations(new TrainedClassifier(model), set);
  const calibrated = refit(model, (language) => ({ calibration: calibrate(language) }));
  const classifier = new TrainedClassifier(calibrated);
  const scoredCases = (language: Language) =>
    (set.heldOut[language] ?? []).map(({ text, intents }) => ({
      scored: classifier.classify(text, language),
      accepted: intents,
    }));
  return refit(calibrated, (language) => ({ thresholds: fitThresholds(scoredCases(language)) }));
}

/** Replaces a part of each language's model. */
function refit(model: Model, fit: (language: Language) => Partial<LanguageModel>): Model {
  const languages = Object.entries(model.languages).map(
    ([language, part]): [Language, LanguageModel] => [language, { ...part, ...fit(language) }],
  );
  return { ...model, languages: Object.fromEntries(languages) };
}

/** Calibrates all languages together, then each near to that. */
function fitCalibrations(
  classifier: TrainedClassifier,
  { heldOut }: TrainingSet,
): (language: Language) => Calibration {
  const { intents } = classifier;
  const classes = { classes: intents.length, noneClass: intents.indexOf(NONE) };
  const casesOf = (language: Language): readonly CalibrationCase[] =>
    (heldOut[language] ?? []).map(({ text, intents: accepted }) => ({
      evidence: copyEvidence(classifier.weighEvidence(text, language)),
      accepted: accepted.map((intent) => intents.indexOf(intent)),
    }));
  const cases = new Map(Object.keys(heldOut).map((language) => [language, casesOf(language)]));
  const weights = fitCalibration([...cases.values()].flat(), classes);
  return (language) =>
    fitCalibration(cases.get(language) ?? [], classes, { weights, pull: LANGUAGE_PULL });
}
