import { blank } from '../segmentation/mask';

/** From this share of a line on, signs that programs are made of make it a line of code. */
const SIGN_SHARE = 0.12;
/** Fewer of them mean nothing. */
const FEW_SIGNS = 3;
const SIGNS = /[{}()[\]<>;=*_\\$#^~+]/g;
/** What every block, line of signs and line of a log holds: most messages don't. */
const MAYBE_CODE = /[`{}()[\]<>;=*_\\$#^~+:]/;
const BLOCK = /```[^`]*(?:```|$)/g;
/** Time stamps, levels and addresses that begin or fill the lines of a log. */
const MAYBE_LOG = /[[\]:(]/;
const LOG =
  /\b(?:ERROR|WARN|INFO|DEBUG|FATAL|TRACE)\b.{0,200}[[\]:(]|\b\w+\[\d+\]:|\bat [\w.$]+\([\w.]+:\d+\)/;

/** The text with pasted code and log lines blanked out: same length, line breaks kept. */
export function withoutCode(text: string): string {
  if (!MAYBE_CODE.test(text)) return text;
  return text
    .replace(BLOCK, blank)
    .split('\n')
    .map((line) => (isCode(line) ? blank(line) : line))
    .join('\n');
}

function isCode(line: string): boolean {
  const signs = line.match(SIGNS)?.length ?? 0;
  if (signs >= FEW_SIGNS && signs >= line.replace(/\s+/g, '').length * SIGN_SHARE) return true;
  return MAYBE_LOG.test(line) && LOG.test(line);
}
