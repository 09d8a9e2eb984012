/** One kind of private detail: how it looks, and whether what looks like it is it. */
export interface PrivateDetail {
  /** What stands in the text instead, in brackets. */
  readonly kind: string;
  /** What every text has that holds one: most don't, and the costlier pattern isn't tried. */
  readonly hint: RegExp;
  /** Begins where nothing of its own stands before it, or is of bounded length, so that any text is searched in linear time. */
  readonly pattern: RegExp;
  readonly isReal?: (match: string) => boolean;
}

/** A pattern of what stands by itself: no letter or digit before or after it. */
export function byItself(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, 'giu');
}

/** The decimal digits of a text alone. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
