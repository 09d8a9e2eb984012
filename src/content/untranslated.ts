/** Stands before each text of a new language until someone has written it anew; no content with it is served. */
export const UNTRANSLATED = '[untranslated] ';
