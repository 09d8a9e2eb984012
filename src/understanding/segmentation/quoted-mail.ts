import { blank } from './mask';
import type { MessageWords } from './message-words';
import { anyPhrase } from './phrase-pattern';

/** A message's own words apart from those that it quotes or forwards. */
export interface OwnAndQuoted {
  /** As long as the message, with blanks for all that isn't the person's own. */
  readonly own: string;
  /** Likewise, with blanks for all but quoted text and subject lines. */
  readonly quoted: string;
}

type LineKind = 'plain' | 'quoted' | 'subject' | 'header' | 'introduction';

interface Line {
  readonly text: string;
  readonly kind: LineKind;
}

/** Words that the person must have written above a forwarded mail for them to be the question. */
const OWN_WORDS = 3;

/**
 * Makes the reader that tells a person's own words from quoted and forwarded mail. The own words
 * are the question when there are any; else the quoted ones are.
 */
export function createMailReader(words: readonly MessageWords[]): (text: string) => OwnAndQuoted {
  const of = (list: (words: MessageWords) => readonly string[]) => anyPhrase(words.flatMap(list));
  const header = new RegExp(String.raw`^\s*\*?${of((word) => word.mailHeaders)}\*?\s*:`, 'iu');
  const subject = new RegExp(
    String.raw`^\s*\*?(?:${of((word) => word.subjectHeaders)}\*?\s*:\s*)+`,
    'iu',
  );
  const introductions = of((word) => word.quoteIntroductions);
  const introduction = new RegExp(
    String.raw`^\s*-{2,}(?!-)(?:[^-\n]{1,60}-{2,}|(?<=-{4}))\s*$|(?<!\p{L})${introductions}(?!\p{L})[^:]{0,80}:?\s*$`,
    'iu',
  );

  const kindOf = (line: string): LineKind => {
    const marks = /^[\s>]*/.exec(line)?.[0] ?? '';
    const bare = line.slice(marks.length);
    if (introduction.test(bare)) return 'introduction';
    if (header.test(bare)) return 'header';
    if (marks.includes('>')) return 'quoted';
    return subject.test(bare) ? 'subject' : 'plain';
  };

  return (text) => {
    const lines = text.split(/(?<=\n)/).map((line): Line => ({
      text: line,
      kind: kindOf(line),
    }));
    if (lines.every(({ kind }) => kind === 'plain')) return { own: text, quoted: blank(text) };
    const isOwn = ownLines(lines);
    const render = (keeps: (line: Line, index: number) => boolean) =>
      lines
        .map((line, index) =>
          keeps(line, index) ? withoutMarks(line.text, subject) : blank(line.text),
        )
        .join('');
    const quoted = render(
      ({ kind }, index) => isOwn[index] === false && kind !== 'header' && kind !== 'introduction',
    );
    const own = render((_, index) => isOwn[index] === true);
    if (countWords(own) > 0) return { own, quoted };
    return countWords(quoted) > 0 ? { own: quoted, quoted: own } : { own: text, quoted: own };
  };
}

/** Of plain lines, those after a forwarded mail's head are quoted, unless `>` marks the quoted ones. */
function ownLines(lines: readonly Line[]): readonly boolean[] {
  const isMarked = lines.some(({ kind }) => kind === 'quoted');
  const head = lines.findIndex(({ kind }) => kind === 'header' || kind === 'introduction');
  const plainWords = (from: number, to: number) =>
    countWords(
      lines
        .slice(from, to)
        .flatMap(({ text, kind }) => (kind === 'plain' ? [text] : []))
        .join(' '),
    );
  const isQuotedBelow = !isMarked && head !== -1 && plainWords(0, head) >= OWN_WORDS;
  return lines.map(({ kind }, index) => kind === 'plain' && !(isQuotedBelow && index > head));
}

function withoutMarks(line: string, subject: RegExp): string {
  return line
    .replace(/^[\s>]+(?=[^\n])/, (marks) => ' '.repeat(marks.length))
    .replace(subject, (prefix) => ' '.repeat(prefix.length));
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
