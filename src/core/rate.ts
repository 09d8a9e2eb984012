/** At most `points` of something in any `seconds`. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}
