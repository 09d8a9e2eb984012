import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguageModel } from '../../../src/understanding/language-detection/create-language-model';
import { languageWords } from '../words';

const folder = mkdtempSync(join(tmpdir(), 'languages-'));
const file = join(folder, 'languages.bin');
const sources = {
  words: languageWords,
  utterances: new Map([['en', ['may we share a subscription']]]),
  foreignSamples: { fi: 'missä on minun avaimeni ja lisenssini' },
  borrowedWords: new Set(['azure']),
};
const texts = ['may we share', 'får vi dela', 'missä on avain', 'azure', 'xqzv', ''];

describe('createLanguageModel with a file', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('fits texts the same when loaded as when learnt', () => {
    const learnt = createLanguageModel(sources, file);
    const stored = readFileSync(file);
    const loaded = createLanguageModel(sources, file);
    expect(texts.map(loaded)).toEqual(texts.map(learnt));
    expect(readFileSync(file).equals(stored)).toBe(true);
  });

  it('learns anew from other sources, and when the file is broken', () => {
    const other = { ...sources, borrowedWords: new Set(['azure', 'avain']) };
    const protecting = createLanguageModel(other, file);
    expect(protecting('missä on avain').words).toBe(2);
    writeFileSync(file, 'broken');
    expect(createLanguageModel(sources, file)('missä on avain').words).toBe(3);
  });
});
