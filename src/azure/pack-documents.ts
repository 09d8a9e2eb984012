/** Some texts as the service takes them: few documents, each within its limit. */
export interface PackedDocuments {
  readonly documents: readonly string[];
  /** Where each piece of a text is found; a text longer than a document is in several. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** Place of the text, and of its document. */
  readonly text: number;
  readonly document: number;
  /** Offsets of the piece in its text and in its document, and how long it is, in UTF-16 units. */
  readonly inText: number;
  readonly inDocument: number;
  readonly length: number;
}

/** Keeps the texts of a document apart. */
const BETWEEN = '\n\n';

/**
 * Puts texts together into documents of at most `longest` UTF-16 units: what is paid for is the begun thousand of each
 * document, and the lines of a conversation are short.
 */
export function packDocuments(texts: readonly string[], longest: number): PackedDocuments {
  const documents: string[] = [];
  const pieces: Piece[] = [];
  for (const [index, text] of texts.entries()) {
    for (let start = 0; start < text.length;) {
      const length = pieceLength(text, start, longest);
      const piece = text.slice(start, start + length);
      const last = documents.at(-1);
      if (last === undefined || last.length + BETWEEN.length + length > longest) {
        documents.push(piece);
      } else {
        documents[documents.length - 1] = `${last}${BETWEEN}${piece}`;
      }
      const document = documents.length - 1;
      const inDocument = (documents[document]?.length ?? 0) - length;
      pieces.push({ text: index, document, inText: start, inDocument, length });
      start += length;
    }
  }
  return { documents, pieces };
}

/** Up to `longest`, ending behind a space where there is one. */
function pieceLength(text: string, start: number, longest: number): number {
  if (text.length - start <= longest) return text.length - start;
  const space = text.lastIndexOf(' ', start + longest - 1);
  if (space > start) return space + 1 - start;
  // A pair of surrogates is one character.
  return /[\ud800-\udbff]/.test(text.charAt(start + longest - 1)) ? longest - 1 : longest;
}
