import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStrangerCount } from '../../../src/understanding/follow-ups/home-words';

const folder = mkdtempSync(join(tmpdir(), 'home-words-'));
const file = join(folder, 'model', 'home-words.json');
const said = (text: string) => new Map([['en', Array.from({ length: 4 }, () => text)]]);

describe('createStrangerCount', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['is there a token', 0],
    ['is there another tokens', 1],
    ['other words of tokens', 3],
    ['IS THERE', 0],
    ['', 0],
  ])('counts the strange words of "%s"', (text, count) => {
    expect(createStrangerCount(said('renewing tokens'), ['is', 'there', 'a'])(text, 'en')).toBe(
      count,
    );
  });

  it('reads what it has kept, and learns anew when the utterances have changed', () => {
    createStrangerCount(said('our tokens'), [], file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('token', 'seat'));
    expect(createStrangerCount(said('our tokens'), [], file)('seat', 'en')).toBe(0);
    const changed = createStrangerCount(said('our licences'), [], file);
    expect(['seat', 'licences'].map((word) => changed(word, 'en'))).toEqual([1, 0]);
  });
});
