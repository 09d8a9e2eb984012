import { parse } from 'acorn';

/** A script with other text in some places. `finders` give, for its syntax tree, which: `[start, end, text]`, none across another. */
export function editSource(source, finders) {
  const tree = parse(source, { ecmaVersion: 'latest' });
  const edits = finders.flatMap((find) => find(tree));
  edits.sort(([start, end], [otherStart, otherEnd]) => start - otherStart || end - otherEnd);
  let edited = '';
  let done = 0;
  for (const [start, end, text] of edits) {
    edited += source.slice(done, start) + text;
    done = end;
  }
  return edited + source.slice(done);
}
