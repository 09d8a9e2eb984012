import { remember } from '../core/remember';

/** Plain text made safe to stand in Markdown: its characters are shown, not read as mark-up, also at the start of a line. */
export const escapeMarkdown = remember(
  (text) =>
    text
      .replace(/[\\`*_[\]<>#|~]|&(?=#?\w{1,31};)/g, String.raw`\$&`)
      .replace(/^[^\S\n]+/gm, '')
      .replace(/^[-+=]|(?<=^\d{1,9})[.)]/gm, String.raw`\$&`),
  { longest: 1000 },
);
