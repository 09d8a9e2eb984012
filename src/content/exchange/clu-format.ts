import { z } from 'zod';
import type { Language } from '../../core/language';
import { NONE } from '../../core/recognition';
import type { ExchangeContent, ExchangeEntry, ExchangeFormat, Loss } from './exchange-format';
import { readJson } from './read-json';

/** Characters that the service takes in an utterance. */
const LONGEST = 500;
/** The service's own intent for what lies outside. */
const NONE_CATEGORY = 'None';

const projectFile = z.looseObject({
  assets: z.looseObject({
    utterances: z.array(
      z.looseObject({ text: z.string(), language: z.string(), intent: z.string() }),
    ),
  }),
});

/** Project of Azure's conversational language understanding: utterances of all languages, no answers. */
export const cluFormat: ExchangeFormat = {
  name: 'clu',
  extension: '.clu.json',
  write(content) {
    const losses = [...content].flatMap(([language, entries]) =>
      entries.flatMap((entry) => lossesOf(entry, language)),
    );
    const categories = new Set([...content.values()].flat().map(({ id }) => categoryOf(id)));
    const project = {
      projectFileVersion: '2023-04-01',
      stringIndexType: 'Utf16CodeUnit',
      metadata: {
        projectKind: 'Conversation',
        projectName: 'partner-benefits',
        multilingual: true,
        language: [...content.keys()][0] ?? 'en',
        settings: { confidenceThreshold: 0 },
      },
      assets: {
        projectKind: 'Conversation',
        intents: [...categories].map((category) => ({ category })),
        entities: [],
        utterances: [...content].flatMap(([language, entries]) =>
          entries.flatMap(({ id, utterances }) =>
            utterances.filter(fits).map((text) => ({
              ...{ text, language, intent: categoryOf(id), dataset: 'Train', entities: [] },
            })),
          ),
        ),
      },
    };
    const text = `${JSON.stringify(project, null, 2)}\n`;
    return Promise.resolve({ files: new Map([['content.clu.json', text]]), losses });
  },
  async read(data) {
    const text = await Promise.resolve(new TextDecoder().decode(data));
    const { assets } = readJson(text, projectFile);
    return collect(assets.utterances);
  },
};

function collect(
  lines: readonly { readonly text: string; readonly language: string; readonly intent: string }[],
): ExchangeContent {
  const content = new Map<Language, Map<string, string[]>>();
  for (const { text, language, intent } of lines) {
    const id = intent === NONE_CATEGORY ? NONE : intent;
    const entries = content.get(language) ?? new Map<string, string[]>();
    entries.set(id, [...(entries.get(id) ?? []), text]);
    content.set(language, entries);
  }
  return new Map(
    [...content].map(([language, entries]) => [
      language,
      [...entries].map(([id, utterances]) => ({ id, utterances })),
    ]),
  );
}

function lossesOf({ id, text, utterances }: ExchangeEntry, language: Language): readonly Loss[] {
  const at = { language, entry: id };
  return [
    ...(text === undefined
      ? []
      : [{ ...at, part: 'text' as const, reason: 'titles and answers have no place' }]),
    ...utterances
      .filter((line) => !fits(line))
      .map((line) => ({
        ...{ ...at, part: 'utterance' as const, text: line },
        reason: `is longer than ${LONGEST} characters`,
      })),
  ];
}

function fits(text: string): boolean {
  return text.length <= LONGEST;
}

function categoryOf(id: string): string {
  return id === NONE ? NONE_CATEGORY : id;
}
