import { ExchangeError, type ExchangeEntry, type Loss } from './exchange-format';
import { inEachLanguage } from './language-format';
import { entriesOf, pairsOf, type QnaPair } from './qna-pairs';

/** Bot Framework's `.qna`: one question a line, so none with a line break. */
export const qnaFormat = inEachLanguage({
  name: 'qna',
  extension: '.qna',
  write(entries, language) {
    const { pairs, losses } = pairsOf(entries.map(withoutBreaks), language);
    const broken = entries.flatMap(({ id, utterances }): Loss[] =>
      utterances.filter(hasBreak).map((text) => ({
        ...{ language, entry: id, part: 'utterance', text, reason: 'has a line break' },
      })),
    );
    const lost = new Set(losses.map(({ entry }) => entry));
    return {
      text: pairs.map(writePair).join('\n'),
      losses: [...losses, ...broken.filter(({ entry }) => !lost.has(entry))],
    };
  },
  read(text) {
    const pairs = `\n${text.replaceAll('\r\n', '\n')}`.split(/\n# \? /).slice(1);
    return entriesOf(pairs.map((pair, index) => readPair(pair, `question ${index + 1}`)));
  },
});

/** Titles go into one line as well; their line breaks are written out. */
function writePair({ questions, answer, metadata }: QnaPair): string {
  const [title = '', ...others] = questions;
  return [
    `# ? ${encodeBreaks(title)}`,
    ...others.map((question) => `- ${question}`),
    '',
    '**Filters:**',
    ...Object.entries(metadata).map(([key, value]) => `- ${key} = ${encodeBreaks(value)}`),
    '',
    '```markdown',
    answer,
    '```',
    '',
  ].join('\n');
}

function readPair(text: string, place: string): QnaPair {
  const [, head = '', filters = '', answer] =
    /^([^]*?)\n\n\*\*Filters:\*\*\n([^]*?)\n\n?```markdown\n([^]*?)\n```/.exec(text) ?? [];
  if (answer === undefined)
    throw new ExchangeError(place, 'needs filters and an answer between ```markdown and ```');
  const [title = '', ...others] = head.split('\n').filter((line) => line.trim() !== '');
  const metadata = filters.split('\n').map((line) => {
    const [, key = '', value = ''] = /^- (\w+) = ([^]*)$/.exec(line) ?? [];
    return [key, decodeBreaks(value)] as const;
  });
  return {
    place,
    questions: [decodeBreaks(title), ...others.map((line) => line.replace(/^[-*+] /, ''))],
    answer,
    metadata: Object.fromEntries(metadata),
  };
}

function withoutBreaks(entry: ExchangeEntry): ExchangeEntry {
  return { ...entry, utterances: entry.utterances.filter((text) => !hasBreak(text)) };
}

function hasBreak(text: string): boolean {
  return text.includes('\n');
}

function encodeBreaks(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function decodeBreaks(text: string): string {
  return text.replace(/\\([\\n])/g, (_, code: string) => (code === 'n' ? '\n' : '\\'));
}
