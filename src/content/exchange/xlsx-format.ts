import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { faqText, titleText, type FaqText, type TitleText } from '../schemas';
import {
  ExchangeError,
  type ExchangeEntry,
  type ExchangeFormat,
  type Loss,
} from './exchange-format';

/** What Excel takes in a cell. */
const LONGEST = 32_767;
/** What a workbook can't hold. */
const UNFIT = /\p{Cs}|\p{Noncharacter_Code_Point}|\uFFFD/u;
/** Control characters, and what a workbook would read as an escape. */
const ESCAPED = /[^\P{Cc}\n\t]|_(?=x[0-9a-f]{4}_)/giu;
const TEXTS = 'Answers ';
const UTTERANCES = 'Utterances ';
const COLUMNS = ['Entry', 'Question', 'Short', 'Verdict', 'Paragraphs', 'Steps', 'Example', 'Note'];

/** Excel workbook: two sheets a language, one row an answer and one row an utterance. Paragraphs and steps stand on lines of one cell. */
export const xlsxFormat: ExchangeFormat = {
  name: 'xlsx',
  extension: '.xlsx',
  async write(content) {
    const losses = [...content].flatMap(([language, entries]) =>
      entries.flatMap((entry) => lossesOf(entry, language)),
    );
    const sheets = [...content].flatMap(([language, entries]) => [
      sheet(`${TEXTS}${language}`, [COLUMNS, ...entries.flatMap(rowOf)]),
      sheet(`${UTTERANCES}${language}`, [
        ['Entry', 'Utterance'],
        ...entries.flatMap(({ id, utterances }) =>
          utterances.filter(isFit).map((text) => [id, text]),
        ),
      ]),
    ]);
    const buffer = await writeWorkbook(sheets).toBuffer();
    return { files: new Map([['content.xlsx', new Uint8Array(buffer)]]), losses };
  },
  async read(data) {
    const sheets = await readWorkbook(Buffer.from(data), { trim: false }).catch(
      (error: unknown) => {
        throw new ExchangeError(
          'not a workbook',
          error instanceof Error ? error.message : String(error),
        );
      },
    );
    const content = new Map<string, Map<string, ExchangeEntry>>();
    for (const { sheet: name, data: rows } of sheets) {
      const [language = ''] = [TEXTS, UTTERANCES].flatMap((kind) =>
        name.startsWith(kind) ? [name.slice(kind.length)] : [],
      );
      if (language === '')
        throw new ExchangeError(name, `must be called ${TEXTS}… or ${UTTERANCES}…`);
      const entries = content.get(language) ?? new Map<string, ExchangeEntry>();
      content.set(language, entries);
      rows.slice(1).forEach((row, index) => {
        const cells = row.map((cell) => (cell === null ? '' : String(cell)));
        const [id = '', text = ''] = cells;
        if (id === '') return;
        const entry = entries.get(id) ?? { id, utterances: [] };
        if (name.startsWith(UTTERANCES))
          entries.set(id, { ...entry, utterances: [...entry.utterances, text] });
        else entries.set(id, { ...entry, text: textOf(cells, `${name}, row ${index + 2}`) });
      });
    }
    return new Map([...content].map(([language, entries]) => [language, [...entries.values()]]));
  },
};

function sheet(name: string, rows: readonly (readonly string[])[]) {
  return {
    sheet: name,
    columns: [{ width: 26 }, { width: 60 }],
    stickyRowsCount: 1,
    data: rows.map((row, index) =>
      row.map((value) =>
        value === ''
          ? null
          : {
              value: escapeCell(value),
              type: String,
              wrap: true,
              ...(index === 0 && { fontWeight: 'bold' as const }),
            },
      ),
    ),
  };
}

function rowOf({ id, text }: ExchangeEntry): readonly string[][] {
  if (text === undefined || !isFitText(text)) return [];
  return [[id, ...cellsOf(text)]];
}

function cellsOf(text: FaqText | TitleText): readonly string[] {
  const { question, short } = text;
  if (!('verdict' in text)) return [question, short];
  const { verdict, paragraphs, steps, example = '', note = '' } = text;
  return [question, short, verdict, writeLines(paragraphs), writeLines(steps), example, note];
}

function textOf(cells: readonly string[], place: string): FaqText | TitleText {
  const [, question, short, verdict = '', paragraphs = '', steps = '', example, note] = cells;
  const titles = { question, short };
  const answer = { ...titles, verdict, paragraphs: readLines(paragraphs), steps: readLines(steps) };
  const result =
    verdict === ''
      ? titleText.safeParse(titles)
      : faqText.safeParse({ ...answer, ...(example && { example }), ...(note && { note }) });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ExchangeError(place, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/**
 * Text with what a workbook reads as something else written `_xHHHH_`, as ISO/IEC 29500-1, 22.9.2.19
 * (ST_Xstring) has it. The library numbers its texts in a plain object, where "valueOf" stands already.
 */
function escapeCell(text: string): string {
  const escaped = text.replace(ESCAPED, escapeCharacter);
  return escaped in Object.prototype ? escapeCharacter(escaped) + escaped.slice(1) : escaped;
}

function escapeCharacter(text: string): string {
  return `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function writeLines(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n');
}

function readLines(cell: string): readonly string[] {
  const lines = cell.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) =>
    line.replace(/\\([\\n])/g, (_, code: string) => (code === 'n' ? '\n' : '\\')),
  );
}

function isFit(text: string): boolean {
  return escapeCell(text).length <= LONGEST && !UNFIT.test(text);
}

function isFitText(text: FaqText | TitleText): boolean {
  return cellsOf(text).every(isFit);
}

function lossesOf({ id, text, utterances }: ExchangeEntry, language: string): readonly Loss[] {
  const reason = 'a cell of Excel can’t hold it';
  const at = { language, entry: id, reason };
  return [
    ...(text === undefined || isFitText(text) ? [] : [{ ...at, part: 'text' as const }]),
    ...utterances
      .filter((line) => !isFit(line))
      .map((line) => ({ ...at, part: 'utterance' as const, text: line })),
  ];
}
