import { dockStart } from '@nlpjs/basic';
import { NONE } from '../../src/core/recognition';
import { linesOf, type Candidate } from './candidate';

export const nlpJs: Candidate = {
  name: 'nlp.js 4.27 (`@nlpjs/basic`)',
  train: async (set) => {
    const dock = await dockStart({
      settings: {
        nlp: { languages: ['en', 'sv'], forceNER: false, autoSave: false, nlu: { log: false } },
      },
      use: ['Basic', 'LangEn', 'LangSv'],
    });
    const nlp = dock.get('nlp');
    for (const language of Object.keys(set.utterances)) {
      for (const { text, intent } of linesOf(set, language)) {
        nlp.addDocument(language, text, intent === NONE ? 'None' : intent);
      }
    }
    await nlp.train();
    return async (text, language) => {
      const { intent, score } = await nlp.process(language, text);
      return { intent: intent === 'None' ? NONE : intent, score };
    };
  },
};
