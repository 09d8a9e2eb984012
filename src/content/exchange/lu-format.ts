import { ExchangeError, type ExchangeEntry, type Loss } from './exchange-format';
import { inEachLanguage } from './language-format';

/** Characters with a meaning of their own in an utterance. */
const SPECIAL = /[\\{}[\]]/g;

/** Bot Framework's `.lu`: utterances by intent, one a line. It knows no answers. */
export const luFormat = inEachLanguage({
  name: 'lu',
  extension: '.lu',
  write(entries, language) {
    const losses = entries.flatMap(({ id, text, utterances }): Loss[] => [
      ...(text === undefined
        ? []
        : [
            {
              language,
              entry: id,
              part: 'text' as const,
              reason: 'titles and answers have no place',
            },
          ]),
      ...utterances
        .filter((line) => line.includes('\n'))
        .map((line) => ({
          ...{ language, entry: id, part: 'utterance' as const, text: line },
          reason: 'has a line break',
        })),
    ]);
    const sections = entries.map(({ id, utterances }) =>
      [
        `# ${id}`,
        ...utterances
          .filter((line) => !line.includes('\n'))
          .map((line) => `- ${line.replace(SPECIAL, '\\$&')}`),
        '',
      ].join('\n'),
    );
    return { text: [`> !# @app.culture = ${language}`, '', ...sections].join('\n'), losses };
  },
  read(text) {
    const lines = text.split(/\r?\n/);
    const culture = /^> !# @app\.culture = ([a-z]+)/m.exec(text)?.[1];
    if (culture === undefined)
      throw new ExchangeError('line 1', 'needs > !# @app.culture = LANGUAGE');
    const entries: (ExchangeEntry & { readonly utterances: string[] })[] = [];
    lines.forEach((line, index) => {
      const [, id] = /^#\s+(\S+)\s*$/.exec(line) ?? [];
      const [, utterance] = /^[-*+]\s+(\S[^]*)$/.exec(line) ?? [];
      if (id !== undefined) entries.push({ id, utterances: [] });
      else if (utterance !== undefined && entries.length > 0)
        entries.at(-1)?.utterances.push(utterance.replace(/\\([\\{}[\]])/g, '$1'));
      else if (line.trim() !== '' && !line.startsWith('>'))
        throw new ExchangeError(`line ${index + 1}`, 'is neither an intent nor an utterance');
    });
    return {
      language: culture,
      entries: entries.filter(({ utterances }) => utterances.length > 0),
    };
  },
});
