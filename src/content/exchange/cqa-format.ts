import { z } from 'zod';
import { ExchangeError } from './exchange-format';
import { inEachLanguage } from './language-format';
import { entriesOf, pairsOf } from './qna-pairs';
import { readJson } from './read-json';

const SOURCE = 'Editorial';

const projectFile = z.looseObject({
  Assets: z.looseObject({
    Qnas: z.array(
      z.looseObject({
        Id: z.number(),
        Answer: z.string(),
        Questions: z.array(z.string()),
        Metadata: z.record(z.string(), z.string()).default({}),
      }),
    ),
  }),
});

/** Project of Azure's custom question answering, as it exports and imports it: one language each. */
export const cqaFormat = inEachLanguage({
  name: 'cqa',
  extension: '.cqa.json',
  write(entries, language) {
    const { pairs, losses } = pairsOf(entries, language);
    if (pairs.length === 0) return { text: '', losses };
    const project = {
      Metadata: { Language: language, MultilingualResource: true, Description: '', Settings: {} },
      Assets: {
        Synonyms: [],
        Qnas: pairs.map(({ questions, answer, metadata }, index) => ({
          Id: index + 1,
          Answer: answer,
          Source: SOURCE,
          Questions: questions,
          Metadata: metadata,
          Dialog: { IsContextOnly: false, Prompts: [] },
          ActiveLearningSuggestions: [],
          SourceDisplayName: '',
        })),
      },
    };
    return { text: `${JSON.stringify(project, null, 2)}\n`, losses };
  },
  read(text) {
    const { Assets } = readJson(text, projectFile);
    if (Assets.Qnas.length === 0) throw new ExchangeError('Assets.Qnas', 'is empty');
    return entriesOf(
      Assets.Qnas.map(({ Id, Answer, Questions, Metadata }) => ({
        ...{ place: `Id ${Id}`, questions: Questions, answer: Answer, metadata: Metadata },
      })),
    );
  },
});
