import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const file = join(__dirname, '..', '..', 'scripts', 'share-shapes.mjs');

/** What a script prints; `%HaveSameMap` in it asks V8 whether two objects have one shape. */
function run(script: string): string {
  const flags = ['--allow-natives-syntax', '--input-type=module'];
  return execFileSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' });
}

function shared(source: string): string {
  return run(`
    import { shareShapes } from ${JSON.stringify(file)};
    process.stdout.write(shareShapes(${JSON.stringify(source)}));
  `);
}

it('lets objects that begin with a spread share one shape, whatever they hold', () => {
  const source = shared(`
    const noted = (entry, seen) => ({ ...entry, seen, ...(seen > 1 && { often: { ...entry, seen } }) });
    // The first ones share a shape in any case.
    for (let seen = 0; seen < 1000; seen += 1) noted({ id: 'a', text: 'b' }, seen);
    const [one, other] = [2, 3].map((seen) => noted({ id: 'a', text: 'b' }, seen));
  `);
  const told = run(`${source}
    console.log(%HaveSameMap(one, other), %HaveSameMap(one.often, other.often), JSON.stringify(other));
  `);
  const often = '{"id":"a","text":"b","seen":3}';
  expect(told.trim()).toBe(`true true {"id":"a","text":"b","seen":3,"often":${often}}`);
});

it('leaves alone what is a pattern, what only copies, and words that look like either', () => {
  const source = `
    const { ...copy } = { ...given };
    const text = '{...given, more}', pattern = /{...a,b/, list = [...given, { more: 1, ...copy }];
  `;
  expect(shared(source)).toBe(source);
});
