import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'scripts');

/** What a script prints; `%HaveSameMap` in it asks V8 whether two objects have one shape. */
function run(script: string): string {
  const flags = ['--allow-natives-syntax', '--input-type=module'];
  return execFileSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' }).trim();
}

function edited(source: string): string {
  return run(`
    import { editSource } from ${JSON.stringify(join(folder, 'edit-source.mjs'))};
    import { nativeAsync } from ${JSON.stringify(join(folder, 'native-async.mjs'))};
    import { shareShapes } from ${JSON.stringify(join(folder, 'share-shapes.mjs'))};
    process.stdout.write(editSource(${JSON.stringify(source.trim())}, [shareShapes, nativeAsync]));
  `);
}

it('objects that begin with a spread share one shape, whatever they hold', () => {
  const source = edited(`
    const noted = (entry, seen) => ({ ...entry, seen, ...(seen > 1 && { often: { ...entry, seen } }) });
    // The first ones share a shape in any case.
    for (let seen = 0; seen < 1000; seen += 1) noted({ id: 'a', text: 'b' }, seen);
    const [one, other] = [2, 3].map((seen) => noted({ id: 'a', text: 'b' }, seen));
  `);
  const told = run(`${source}
    console.log(%HaveSameMap(one, other), %HaveSameMap(one.often, other.often), JSON.stringify(other));
  `);
  const often = '{"id":"a","text":"b","seen":3}';
  expect(told).toBe(`true true {"id":"a","text":"b","seen":3,"often":${often}}`);
});

it('what was made of async functions is async again, and does the same', () => {
  const source = edited(`
    const made = [];
    const __awaiter = () => made.push('a generator');
    class Adder {
      base = 1;
      add(given) {
        return __awaiter(this, void 0, void 0, function* () {
          try {
            const both = (yield given.one) ? yield this.more({ ...(yield given.rest), two: 2 }) : 0;
            return (yield given.late || Promise.resolve(this.base)) + both;
          } catch (error) {
            return yield Promise.resolve(error.message);
          }
        });
      }
      more(rest) {
        return __awaiter(this, void 0, void 0, function* () {
          const each = function* () { yield* Object.values(rest); };
          if (rest.fails) throw new Error('as expected');
          return [...each()].reduce((sum, value) => sum + value, 0);
        });
      }
    }
  `);
  const asked = [
    { one: 1, rest: { three: 3 } },
    { one: 0, late: 5 },
    { one: 1, rest: { fails: true } },
  ];
  const told = run(`${source}
    const asked = ${JSON.stringify(asked)}.map((given) => new Adder().add(given));
    console.log(JSON.stringify([await Promise.all(asked), made]));
  `);
  expect(told).toBe('[[6,5,"as expected"],[]]');
});

it.each([
  'const { ...copy } = { ...given };',
  `const text = '{...given, more}', pattern = /{...a,b/, list = [...given, { more: 1, ...copy }];`,
  'function f() { return __awaiter(this, arguments, void 0, function* () { yield 1; }); }',
  'function f() { return __awaiter(this, void 0, Bluebird, function* () { yield 1; }); }',
  'function f() { return __awaiter(this, void 0, void 0, function* (a = 1) { yield a; }); }',
  'function f() { return __awaiter(this, void 0, void 0, function* () { yield arguments; }); }',
  'function f() { return __awaiter(this, void 0, void 0, function* () { yield* [1]; }); }',
  'function f() { return __awaiter(this, void 0, void 0, function* () { yield; }); }',
  'function f() { return __awaiter(other, void 0, void 0, function* () { yield 1; }); }',
  'function f() { return awaiter(this, void 0, void 0, function* () { yield 1; }); }',
])('%s stays as it is', (source) => {
  expect(edited(source)).toBe(source);
});
