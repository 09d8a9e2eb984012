/** Who is ahead among scores, and by how much its own are. */
export interface Lead {
  /** Class taken for the best; an own one where it draws with another. */
  readonly best: number;
  /** How far the best of the own classes is ahead of the best other one. */
  readonly lead: number;
}

/** Reads the scores of all classes from the side of those that are right. */
export function leadOf(scores: Float32Array, own: readonly number[]): Lead {
  const bestOf = (isWanted: (place: number) => boolean) => {
    let best = -1;
    scores.forEach((score, place) => {
      if (isWanted(place) && (best < 0 || score > (scores[best] ?? 0))) best = place;
    });
    return best;
  };
  const mine = bestOf((place) => own.includes(place));
  const other = bestOf((place) => !own.includes(place));
  const lead = (scores[mine] ?? -Infinity) - (scores[other] ?? -Infinity);
  return { best: lead >= 0 ? mine : other, lead };
}
