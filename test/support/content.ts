import { loadContent } from '../../src/content/load-content';
import { createTranslator } from '../../src/content/translator';

/** The real content: loading it once a file is enough, nothing changes it. */
export const content = loadContent(`${__dirname}/../..`);
export const translator = createTranslator(content);
