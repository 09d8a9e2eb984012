import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHomeTest } from '../../../src/understanding/follow-ups/home-words';

const folder = mkdtempSync(join(tmpdir(), 'home-words-'));
const file = join(folder, 'model', 'home-words.json');
const said = (text: string) => new Map([['en', Array.from({ length: 4 }, () => text)]]);

describe('createHomeTest', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['is there a token', true],
    ['is there another tokens', false],
    ['IS THERE', true],
    ['', true],
  ])('tells whether all words of "%s" are at home', (text, isAtHome) => {
    expect(createHomeTest(said('renewing tokens'), ['is', 'there', 'a'])(text, 'en')).toBe(
      isAtHome,
    );
  });

  it('reads what it has kept, and learns anew when the utterances have changed', () => {
    createHomeTest(said('our tokens'), [], file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('token', 'seat'));
    expect(createHomeTest(said('our tokens'), [], file)('seat', 'en')).toBe(true);
    const changed = createHomeTest(said('our licences'), [], file);
    expect(['seat', 'licences'].map((word) => changed(word, 'en'))).toEqual([false, true]);
  });
});
