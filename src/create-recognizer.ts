import type { AzureLanguage } from './azure/azure-language';
import type { Config } from './config';
import type { Content } from './content/content';
import { learntFiles, modelFile } from './model-file-path';
import { projectRoot } from './project-root';
import type { IntentClassifier } from './understanding/classifier/intent-classifier';
import { obtainClassifier } from './understanding/classifier/obtain-classifier';
import { trainingSetFromContent } from './understanding/classifier/training-set-from-content';
import { createAzureLanguageDetector } from './understanding/language-detection/azure-language-detector';
import type { Recognizer } from './understanding/recognizers/recognizer';
import { recognizerFromContent } from './understanding/recognizers/recognizer-from-content';

interface RecognizerHouse {
  /** Folder that holds `dialogs/` and `locales/`. */
  readonly root?: string | undefined;
  /** Asked where the words leave the language open. */
  readonly azure?: AzureLanguage | undefined;
  readonly classifier?: IntentClassifier | undefined;
}

/** The classifier of some content; trains its model first when none is stored for that content. */
export function createClassifier(content: Content, root: string): IntentClassifier {
  return obtainClassifier(trainingSetFromContent(root, content), modelFile(root));
}

/** The recognizer of some content. */
export function createRecognizer(
  content: Content,
  config: Pick<Config, 'DEFAULT_LANGUAGE'>,
  house: RecognizerHouse = {},
): Recognizer {
  const { root = projectRoot(), azure } = house;
  const classifier = house.classifier ?? createClassifier(content, root);
  return recognizerFromContent({
    ...{ root, content, classifier, learntFiles: learntFiles(root) },
    defaultLanguage: config.DEFAULT_LANGUAGE,
    languageDetectorFor:
      azure && ((languages) => createAzureLanguageDetector({ azure, languages })),
  });
}
