import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, readEnvironment } from '../src/config';
import { loadContent } from '../src/content/load-content';
import { createAzureRecognizer } from '../src/create-azure-recognizer';
import { createRecognizer } from '../src/create-recognizer';
import { projectRoot } from '../src/project-root';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { evaluateForeign } from '../src/understanding/evaluation/evaluate-foreign';
import { evaluateRecognizer } from '../src/understanding/evaluation/evaluate-recognizer';
import { foreignUtteranceSchema } from '../src/understanding/evaluation/foreign-utterance';
import { formatForeign } from '../src/understanding/evaluation/format-foreign';
import { formatReport } from '../src/understanding/evaluation/format-report';
import type { Judgement } from '../src/understanding/evaluation/judge';
import { labelledUtteranceSchema } from '../src/understanding/evaluation/labelled-utterance';
import { readLines } from '../src/understanding/evaluation/read-lines';
import type { Recognizer } from '../src/understanding/recognizers/recognizer';
import { runTool } from './run-tool';
import { UsageError } from './usage-error';

/**
 * `npm run -s evaluate -- FILE…`: recognizes labelled lines and reports what people would have seen; `--errors` lists
 * every line that wasn't answered right; `--recognizer azure` measures the custom classification of the settings
 * instead, which is paid for. `--train FILE --test FILE` measures the bare classifier on a foreign set.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      errors: { type: 'boolean', default: false },
      recognizer: { type: 'string', default: 'local' },
      train: { type: 'string' },
      test: { type: 'string' },
    },
  });
  const { train, test } = values;
  if (train !== undefined && test !== undefined) {
    const [trained, tested] = [train, test].map((file) => readLines(file, foreignUtteranceSchema));
    console.log(formatForeign(basename(test), evaluateForeign(trained ?? [], tested ?? [])));
    return;
  }
  const recognizer = await recognizerCalled(values.recognizer);
  const lines = positionals.flatMap((file) => readLines(file, labelledUtteranceSchema));
  const judgements = await evaluateRecognizer(recognizer, lines);
  console.log(formatReport(judgements));
  if (values.errors) printErrors(judgements);
}

async function recognizerCalled(name: string): Promise<Recognizer> {
  const root = projectRoot();
  const content = loadContent(root);
  const local = createRecognizer(content, loadConfig({}));
  if (name === 'local') return local;
  if (name !== 'azure')
    throw new UsageError(`There are the recognizers local and azure: not ${name}.`);
  const config = loadConfig(readEnvironment(join(root, '.env')));
  const set = trainingSetFromContent(root, content);
  return createAzureRecognizer(config, { local, set, content });
}

function printErrors(judgements: readonly Judgement[]): void {
  for (const { line, outcome, best } of judgements) {
    if (outcome === 'right') continue;
    console.log(`${outcome} ${line.style} ${line.intents.join('|')} > ${best}: ${line.text}`);
  }
}

runTool(main);
