/** Each line of a text, with the break that ends it. */
export const EACH_LINE = /[^\n]*\n|[^\n]+/g;
