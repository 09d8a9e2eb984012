/** What the members of the classifier say of one utterance, before calibration. */
export interface Evidence {
  /** Hyperplane score of each class. */
  readonly linear: Float32Array;
  /** Log probability of each class by the network. */
  readonly network: Float32Array;
  /** Logarithm of how many times longer than a plain question it is; 0 for one that isn't longer. */
  readonly length: number;
}

/** How much each piece of evidence counts; fitted on held-out utterances of one language. */
export interface Calibration {
  readonly linear: number;
  readonly network: number;
  /** Added to the log odds of `none`: training sees less of what is out of scope than people write. */
  readonly none: number;
  /** Taken off them by length: stories hold much that has nothing to do with what they ask in the end. */
  readonly length: number;
}

/** Held-out evidence and the classes that are right for it. */
export interface CalibrationCase {
  readonly evidence: Evidence;
  readonly accepted: readonly number[];
}

export const UNCALIBRATED: Calibration = { linear: 1, network: 1, none: 0.5, length: 0 };

/** Probabilities of the classes, summing to 1, into `output`. */
export function calibrate(
  evidence: Evidence,
  calibration: Calibration,
  { noneClass, output }: { readonly noneClass: number; readonly output: Float32Array },
): void {
  let highest = -Infinity;
  for (let k = 0; k < output.length; k++) {
    let score =
      calibration.linear * (evidence.linear[k] ?? 0) +
      calibration.network * (evidence.network[k] ?? 0);
    if (k === noneClass) score += calibration.none - calibration.length * evidence.length;
    output[k] = score;
    highest = Math.max(highest, score);
  }
  let sum = 0;
  for (let k = 0; k < output.length; k++) {
    const mass = Math.exp((output[k] ?? 0) - highest);
    output[k] = mass;
    sum += mass;
  }
  for (let k = 0; k < output.length; k++) output[k] = (output[k] ?? 0) / sum;
}

/** Evidence that stays when the classifier weighs the next text. */
export function copyEvidence({ linear, network, length }: Evidence): Evidence {
  return { linear: linear.slice(), network: network.slice(), length };
}

/** Words of a plain question. */
const PLAIN_WORDS = 12;

/** {@link Evidence.length} of a text of so many words. */
export function weighLength(words: number): number {
  return Math.log(Math.max(words / PLAIN_WORDS, 1));
}
