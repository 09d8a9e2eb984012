import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config';
import { loadContent } from '../src/content/load-content';
import { createRecognizer } from '../src/create-bot';
import { projectRoot } from '../src/project-root';
import { evaluateForeign } from '../src/understanding/evaluation/evaluate-foreign';
import { evaluateRecognizer } from '../src/understanding/evaluation/evaluate-recognizer';
import { foreignUtteranceSchema } from '../src/understanding/evaluation/foreign-utterance';
import { formatForeign } from '../src/understanding/evaluation/format-foreign';
import { formatReport } from '../src/understanding/evaluation/format-report';
import type { Judgement } from '../src/understanding/evaluation/judge';
import { labelledUtteranceSchema } from '../src/understanding/evaluation/labelled-utterance';
import { readLines } from '../src/understanding/evaluation/read-lines';
import { runTool } from './run-tool';

/**
 * `npm run -s evaluate -- FILE…`: recognizes labelled lines and reports what people would have seen; `--errors` lists
 * every line that wasn't answered right. `--train FILE --test FILE` measures the bare classifier on a foreign set.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      errors: { type: 'boolean', default: false },
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
  const recognizer = createRecognizer(loadContent(projectRoot()), loadConfig({}));
  const lines = positionals.flatMap((file) => readLines(file, labelledUtteranceSchema));
  const judgements = await evaluateRecognizer(recognizer, lines);
  console.log(formatReport(judgements));
  if (values.errors) printErrors(judgements);
}

function printErrors(judgements: readonly Judgement[]): void {
  for (const { line, outcome, best } of judgements) {
    if (outcome === 'right') continue;
    console.log(`${outcome} ${line.style} ${line.intents.join('|')} > ${best}: ${line.text}`);
  }
}

runTool(main);
