import { localLanguageDetector } from '../../../src/understanding/language-detection/local-language-detector';
import { languageDetectorContract } from './language-detector.contract';

describe('the contract', () => {
  languageDetectorContract(() => localLanguageDetector);
});
