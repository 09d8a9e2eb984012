import { escapeMarkdown } from '../../channels/escape-markdown';
import { beginningOf } from '../../core/beginning-of';
import { oneLine } from '../../core/one-line';
import type { Redactor } from '../../privacy/redactor';

/** Enough of a text to recognize it by. */
const QUOTED_LENGTH = 60;

/** The beginning of what a person wrote, cut at a word, redacted, and safe to stand in the bot's own words. */
export async function quote(text: string, redactor: Redactor): Promise<string> {
  const line = oneLine(await redactor.redact(text));
  if (line.length <= QUOTED_LENGTH) return escapeMarkdown(line);
  const cut = beginningOf(line, QUOTED_LENGTH);
  const end = cut.lastIndexOf(' ');
  return `${escapeMarkdown(cut.slice(0, end > 0 ? end : QUOTED_LENGTH))}…`;
}
