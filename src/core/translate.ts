/**
 * Looks up what people read, in one language that was chosen for the turn: key and the values of
 * its placeholders. `count` picks the plural form.
 */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;
