/** Longest tag that is taken. */
const LONGEST = 35;
const TAG = /^[a-z]{2,8}(?:[-_][a-z\d]{1,8})*$/i;

/** The text if it has the form of a BCP 47 tag (`sv`, `en-GB`); undefined for anything else, which nobody needs to keep. */
export function localeTagIn(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= LONGEST && TAG.test(text) ? text : undefined;
}
