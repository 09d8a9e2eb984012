import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config';
import { loadContent } from '../src/content/load-content';
import { createRecognizer } from '../src/create-bot';
import { projectRoot } from '../src/project-root';
import { evaluateRecognizer } from '../src/understanding/evaluation/evaluate-recognizer';
import { formatReport } from '../src/understanding/evaluation/format-report';
import { labelledUtteranceSchema } from '../src/understanding/evaluation/labelled-utterance';
import { readLines } from '../src/understanding/evaluation/read-lines';
import { runTool } from './run-tool';

/**
 * `npm run -s evaluate -- FILE…`: recognizes labelled lines and reports what people would have seen.
 * `--errors` lists every line that wasn't answered right.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { errors: { type: 'boolean', default: false } },
  });
  const recognizer = createRecognizer(loadContent(projectRoot()), loadConfig({}));
  const lines = positionals.flatMap((file) => readLines(file, labelledUtteranceSchema));
  const judgements = await evaluateRecognizer(recognizer, lines);
  console.log(formatReport(judgements));
  if (!values.errors) return;
  for (const { line, outcome, best } of judgements) {
    if (outcome !== 'right') {
      console.log(`${outcome} ${line.style} ${line.intents.join('|')} > ${best}: ${line.text}`);
    }
  }
}

runTool(main);
