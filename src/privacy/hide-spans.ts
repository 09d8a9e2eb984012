/** A private detail in a text: offsets in UTF-16 units, and what stands instead, in brackets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

const HIDDEN_ALREADY = /\[[a-z-]+\]/g;

/** The text with its spans replaced by their kinds; of overlapping ones the first. What is hidden already stays so. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  const markers = [...text.matchAll(HIDDEN_ALREADY)];
  const free = markers.reduce(
    (left, { index, 0: marker }) =>
      left.flatMap((span) => [
        { ...span, end: Math.min(span.end, index) },
        { ...span, start: Math.max(span.start, index + marker.length) },
      ]),
    spans,
  );
  let hidden = '';
  let from = 0;
  for (const { start, end, kind } of free.toSorted((left, right) => left.start - right.start)) {
    if (start < from || text.slice(start, end).trim() === '') continue;
    hidden += `${text.slice(from, start)}[${kind}]`;
    from = end;
  }
  return hidden + text.slice(from);
}
