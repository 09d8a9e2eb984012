import { createHash } from 'node:crypto';
import { CodedError } from '../../core/errors';
import type { Language } from '../../core/language';
import type { IntentId } from '../../core/recognition';
import type { TrainingSet } from '../classifier/training-set';

/** A project of custom single-label classification: its file, and the documents that it names. */
export interface AzureProject {
  /** What is imported, of projectFileVersion 2023-04-01. */
  readonly project: object;
  /** Texts by file name, for the root of the storage container. */
  readonly documents: ReadonlyMap<string, string>;
}

export interface AzureProjectOptions {
  /** Name of the project, and of the container of the storage account. */
  readonly name: string;
  readonly container: string;
  /** Language of most texts; the project takes all of them. */
  readonly language: Language;
}

/** Content that the service would refuse; the message lists every fault. */
export class AzureProjectError extends CodedError {
  readonly code = 'AZURE_PROJECT';
}

/** What the service allows: classes, documents, and the names of projects and classes. */
const MOST = { classes: 200, documents: 100_000 };
const PROJECT_NAME = /^[\w.-]{1,50}$/;
const CLASS_NAME = /^[^:$&%*()+~#/?]{1,50}$/;

interface Line {
  readonly intent: IntentId;
  readonly language: Language;
  readonly text: string;
  readonly dataset: 'Train' | 'Test';
}

/**
 * Makes a project of a training set: utterances of all languages to train on, held-out lines with one right intent to
 * test on, `none` a class like the others. Throws {@link AzureProjectError} for what the service wouldn't take.
 */
export function toAzureProject(
  set: TrainingSet,
  { name, container, language }: AzureProjectOptions,
): AzureProject {
  const lines = new Map(linesOf(set).map((line) => [fileOf(line), line]));
  const classes = [...new Set([...lines.values()].map(({ intent }) => intent))].sort();
  const faults = faultsOf(name, classes, lines.size);
  if (faults.length > 0)
    throw new AzureProjectError(`The service wouldn't take it:\n${faults.join('\n')}`);
  const projectKind = 'CustomSingleLabelClassification';
  const project = {
    projectFileVersion: '2023-04-01',
    stringIndexType: 'Utf16CodeUnit',
    metadata: {
      ...{ projectKind, projectName: name, storageInputContainerName: container },
      ...{ multilingual: true, language, settings: {} },
    },
    assets: {
      projectKind,
      classes: classes.map((category) => ({ category })),
      documents: [...lines].map(([location, line]) => ({
        ...{ location, language: line.language, dataset: line.dataset },
        class: { category: line.intent },
      })),
    },
  };
  return { project, documents: new Map([...lines].map(([file, { text }]) => [file, text])) };
}

/** Those to test on first: one that is trained on as well is no test. */
function linesOf({ utterances, heldOut }: TrainingSet): readonly Line[] {
  const test = Object.entries(heldOut).flatMap(([language, lines]) =>
    lines.flatMap(({ text, intents: [intent, ...others] }): Line[] =>
      intent === undefined || others.length > 0
        ? []
        : [{ intent, language, text, dataset: 'Test' }],
    ),
  );
  const train = Object.entries(utterances).flatMap(([language, byIntent]) =>
    Object.entries(byIntent).flatMap(([intent, texts]) =>
      texts.map((text): Line => ({ intent, language, text, dataset: 'Train' })),
    ),
  );
  return [...test, ...train].filter(({ text }) => text.trim() !== '');
}

/** The same text has the same name in every export; the service allows letters and digits. */
function fileOf({ language, text }: Line): string {
  const hash = createHash('sha256').update(`${language}\0${text}`).digest('hex');
  return `${language.replace(/[^a-z]/gi, '')}${hash.slice(0, 16)}.txt`;
}

function faultsOf(name: string, classes: readonly string[], documents: number): readonly string[] {
  return [
    ...(PROJECT_NAME.test(name)
      ? []
      : [`  ${name}: a project's name has 1 to 50 letters, digits, _, . and -`]),
    ...classes
      .filter((category) => !CLASS_NAME.test(category))
      .map((category) => `  ${category}: a class has 1 to 50 characters, none of :$&%*()+~#/?`),
    ...(classes.length > MOST.classes ? [`  more than ${MOST.classes} classes`] : []),
    ...(documents > MOST.documents ? [`  more than ${MOST.documents} documents`] : []),
  ];
}
