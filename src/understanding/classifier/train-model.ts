import { createHash } from 'node:crypto';
import { collect, indexLanguages, intentsOf, weighExamples } from './collect-examples';
import { countOf, type Examples, type Shape } from './examples';
import { fitToHeldOut } from './fit-to-held-out';
import { joinNetworks } from './join-networks';
import type { Model } from './model';
import type { Network } from './network';
import { packLayers } from './packed-layer';
import { trainLinear } from './train-linear';
import { trainNetwork } from './train-network';
import type { TrainingSet } from './training-set';
import { Vocabulary } from './vocabulary';

/** Raise when the engine learns or scores differently, so that stored models are trained anew. */
const ENGINE = 14;
const LINEAR = { epochs: 6, rate: 0.1, seed: 1 } as const;
const NETWORK = { rate: 0.08, dropout: { features: 0.65, units: 0.25 }, seeds: [2, 3] } as const;
/** Hidden units a class of each network, and their bounds. */
const UNITS = { each: 2, least: 64, most: 128 } as const;
/** Rounds of the network: few for a large set, more for a small one, so that it takes enough steps. */
const ROUNDS = { least: 4, most: 30, steps: 18_000 } as const;

/** Version of the model that a training set gives: same engine, utterances and lexicons, same version. */
export function versionOf(set: TrainingSet): string {
  const hash = createHash('sha256').update(
    JSON.stringify([ENGINE, LINEAR, NETWORK, UNITS, ROUNDS, set]),
  );
  return hash.digest('hex').slice(0, 16);
}

/** Trains, calibrates and fits thresholds. Deterministic: the same set gives the same model, byte for byte. */
export function trainModel(set: TrainingSet): Model {
  const intents = intentsOf(set);
  const collected = collect(set, intents);
  const { features, labels } = collected;
  const vocabulary = Vocabulary.learn(features);
  const examples = weighExamples(features, labels, vocabulary);
  const shape = { features: vocabulary.size, classes: intents.length };
  const { hashes, rarity, unseen } = vocabulary;
  const model: Model = {
    version: versionOf(set),
    intents,
    vocabulary: { hashes, rarity, unseen },
    linear: packLayers([trainLinear(examples, shape, LINEAR)]),
    network: trainNetworks(examples, shape),
    languages: indexLanguages(collected, vocabulary),
  };
  return fitToHeldOut(model, set);
}

/** Networks that begin differently err differently: together they are a point better than either. */
function trainNetworks(examples: Examples, shape: Shape): Network {
  const { seeds, ...options } = NETWORK;
  const units = Math.min(Math.max(UNITS.each * shape.classes, UNITS.least), UNITS.most);
  const epochs = roundsFor(countOf(examples));
  return joinNetworks(
    seeds.map((seed) => trainNetwork(examples, shape, { ...options, units, epochs, seed })),
  );
}

function roundsFor(examples: number): number {
  const wanted = Math.ceil(ROUNDS.steps / Math.max(examples, 1));
  return Math.min(Math.max(wanted, ROUNDS.least), ROUNDS.most);
}
