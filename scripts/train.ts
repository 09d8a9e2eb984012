import { loadConfig } from '../src/config';
import { loadContent } from '../src/content/load-content';
import { createRecognizer } from '../src/create-recognizer';
import { projectRoot } from '../src/project-root';
import { runTool } from './run-tool';

/** The last step of a build: trains the models of the content, unless they are there already. */
function main(): void {
  createRecognizer(loadContent(projectRoot()), loadConfig({}));
}

runTool(main);
