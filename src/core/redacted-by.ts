/** Who hid the private details of a text: the patterns of this program alone, or Azure AI Language after them. */
export const REDACTED_BY = ['local', 'local+azure'] as const;
export type RedactedBy = (typeof REDACTED_BY)[number];
