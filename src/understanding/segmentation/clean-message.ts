import { allMatches } from './all-matches';

/** Characters of a message that are read: of a longer one the first and the last half of this. */
export const READ_LENGTH = 4000;

/** A message as it is read, and where each of its characters stood in what the person sent. */
export interface CleanMessage {
  /** Free of control characters, lone surrogates, invisible characters and mark-up entities. */
  readonly text: string;
  /** Offset in the person's own message of a character of `text`. */
  readonly originOf: (offset: number) => number;
}

/** Where a stretch of unchanged characters begins in the clean and in the original text. */
interface Stretch {
  readonly clean: number;
  readonly origin: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é' },
};

/** One rule per kind of blemish; they are tried at each place in this order. */
const BLEMISHES: readonly { readonly pattern: string; readonly mend: (found: string) => string }[] =
  [
    { pattern: String.raw`\r\n?`, mend: () => '\n' },
    { pattern: String.raw`&(?:#\d{1,6}|#x[\da-fA-F]{1,5}|[a-zA-Z]{2,6});`, mend: decodeEntity },
    {
      pattern: String.raw`[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE0E\uFE0F\uFEFF]+`,
      mend: () => '',
    },
    { pattern: String.raw`(?:[^\P{Cc}\n]|\p{Cs}|[^\S\n]){2,}|[^\P{Cc}\n]|\p{Cs}`, mend: () => ' ' },
    { pattern: String.raw`\n{3,}`, mend: () => '\n\n' },
    { pattern: String.raw`\p{L}\p{M}+`, mend: composed },
    {
      pattern: String.raw`[\u{1D400}-\u{1D7FF}\uFF01-\uFF5E]`,
      mend: (found) => found.normalize('NFKC'),
    },
    { pattern: String.raw`[!?][!?\s]*[!?]`, mend: (found) => (found.includes('?') ? '?' : '!') },
    { pattern: String.raw`\.{2,}|…`, mend: () => '. ' },
    { pattern: String.raw`(?<letter>\p{L})\k<letter>{3,}`, mend: (found) => found.slice(0, 3) },
  ];
/** Every text that a rule finds something in holds one of these; most messages don't, and needn't be searched. */
const MAYBE_BLEMISH = new RegExp(
  [
    String.raw`[^\n -%'-~\xA1-\xAC\xAE-\u02FF–—’‘”“•€]`,
    String.raw` {2}|\n\n\n|\.\.|[!?]\s*[!?]|(?<letter>\p{L})\k<letter>{3}`,
  ].join('|'),
  'u',
);
const ANY_BLEMISH = new RegExp(BLEMISHES.map(({ pattern }) => `(${pattern})`).join('|'), 'gu');

/** Makes a message of any length and content readable, in time linear in {@link READ_LENGTH}. */
export function cleanMessage(message: string): CleanMessage {
  const stretches: Stretch[] = [{ clean: 0, origin: 0 }];
  let text = '';
  const append = (piece: string, origin: number): void => {
    const last = stretches.at(-1);
    if (last === undefined || origin - last.origin !== text.length - last.clean)
      stretches.push({ clean: text.length, origin });
    text += piece;
  };
  for (const { piece, origin } of readParts(message)) {
    let end = 0;
    const blemishes = MAYBE_BLEMISH.test(piece) ? allMatches(piece, ANY_BLEMISH) : [];
    for (const found of blemishes) {
      append(piece.slice(end, found.index), origin + end);
      append(mend(found), origin + found.index);
      end = found.index + found[0].length;
    }
    append(piece.slice(end), origin + end);
  }
  return { text, originOf: (offset) => originOf(offset, stretches) };
}

function readParts(message: string): readonly { piece: string; origin: number }[] {
  if (message.length <= READ_LENGTH) return [{ piece: message, origin: 0 }];
  const half = READ_LENGTH / 2;
  const tail = message.length - half;
  return [
    { piece: `${message.slice(0, half)}\n`, origin: 0 },
    { piece: message.slice(tail), origin: tail },
  ];
}

function mend(found: RegExpExecArray): string {
  const rule = BLEMISHES.findIndex((_, index) => found[index + 1] !== undefined);
  return BLEMISHES[rule]?.mend(found[0]) ?? found[0];
}

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** A letter with its accent as one character; whatever is piled upon that is left out. */
function composed(letters: string): string {
  return letters.normalize('NFC').replace(/\p{M}/gu, '');
}

function originOf(offset: number, stretches: readonly Stretch[]): number {
  const stretch = stretches.findLast(({ clean }) => clean <= offset) ?? { clean: 0, origin: 0 };
  return stretch.origin + offset - stretch.clean;
}
