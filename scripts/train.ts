import { loadContent } from '../src/content/load-content';
import { modelFile } from '../src/model-file-path';
import { projectRoot } from '../src/project-root';
import { obtainClassifier } from '../src/understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { runTool } from './run-tool';

/** The last step of a build: trains the model of the content, unless it is there already. */
function main(): void {
  const root = projectRoot();
  obtainClassifier(trainingSetFromContent(root, loadContent(root)), modelFile(root));
}

runTool(main);
