import { ExchangeError } from './exchange-format';
import { inEachLanguage } from './language-format';
import { pairsOf, entriesOf, type QnaPair } from './qna-pairs';

/** Columns of QnA Maker's and custom question answering's tables. */
const COLUMNS = [
  'Question',
  'Answer',
  'Source',
  'Metadata',
  'SuggestedQuestions',
  'IsContextOnly',
  'Prompts',
  'QnaId',
  'SourceDisplayName',
] as const;

/** Tab-separated table as QnA Maker and custom question answering import it: a row for each question. */
export const tsvFormat = inEachLanguage({
  name: 'tsv',
  extension: '.tsv',
  write(entries, language) {
    const { pairs, losses } = pairsOf(entries, language);
    const rows = pairs.flatMap((pair, index) => rowsOf(pair, index + 1));
    if (pairs.length === 0) return { text: '', losses };
    return { text: [COLUMNS, ...rows].map((row) => `${row.join('\t')}\n`).join(''), losses };
  },
  read(text) {
    const [head = '', ...lines] = text.split(/\r?\n/);
    const columns = head.split('\t');
    const at = Object.fromEntries(columns.map((column, index) => [column, index]));
    for (const column of ['Question', 'Answer', 'Metadata', 'QnaId'])
      if (at[column] === undefined) throw new ExchangeError('line 1', `has no column ${column}`);
    const pairs = new Map<string, QnaPair & { readonly questions: string[] }>();
    lines.forEach((line, index) => {
      if (line.trim() === '') return;
      const cells = line.split('\t').map(decode);
      const cell = (column: string) => cells[at[column] ?? -1] ?? '';
      const id = cell('QnaId');
      const known = pairs.get(id);
      if (known !== undefined) known.questions.push(cell('Question'));
      else
        pairs.set(id, {
          place: `line ${index + 2}`,
          questions: [cell('Question')],
          answer: cell('Answer'),
          metadata: readMetadata(cell('Metadata')),
        });
    });
    return entriesOf([...pairs.values()]);
  },
});

function rowsOf({ questions, answer, metadata }: QnaPair, id: number): readonly string[][] {
  const pairs = Object.entries(metadata).map(([key, value]) => `${key}:${encodeValue(value)}`);
  return questions.map((question) =>
    [question, answer, 'Editorial', pairs.join('|'), '[]', 'False', '[]', String(id), ''].map(
      encode,
    ),
  );
}

/** In the Metadata column a colon and a bar have a meaning of their own. */
function encodeValue(value: string): string {
  return value.replace(/[%:|]/g, (character) => encodeURIComponent(character));
}

function readMetadata(cell: string): Readonly<Record<string, string>> {
  const pairs = cell.split('|').map((pair) => pair.split(':'));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [
      key,
      value.replace(/%(25|3A|7C)/gi, (code) => decodeURIComponent(code)),
    ]),
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

function encode(text: string): string {
  return text.replace(/[\\\n\t\r]/g, (character) => ESCAPES[character] ?? character);
}

function decode(cell: string): string {
  const meanings = new Map(Object.entries(ESCAPES).map(([character, code]) => [code, character]));
  return cell.replace(/\\[\\ntr]/g, (code) => meanings.get(code) ?? code);
}
