import { join } from 'node:path';
import { loadContent } from '../src/content/load-content';
import { projectRoot } from '../src/project-root';
import { obtainClassifier } from '../src/understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { runTool } from './run-tool';

/** The last step of a build: trains the model of the content, unless it is there already. */
function main(): void {
  const root = projectRoot();
  obtainClassifier(
    trainingSetFromContent(root, loadContent(root)),
    join(root, 'dist', 'model.bin'),
  );
}

runTool(main);
