import { Readable } from 'node:stream';
import { readJsonLines, type JsonLine } from '../../scripts/json-lines';

async function read(...chunks: readonly Buffer[]): Promise<readonly JsonLine[]> {
  const lines: JsonLine[] = [];
  for await (const line of readJsonLines(Readable.from(chunks))) lines.push(line);
  return lines;
}

it('reads values in order, past blank lines and a byte order mark', async () => {
  const lines = await read(Buffer.from('\uFEFF{"text":"a"}\r\n\n  \n{"text":"b"}\n5'));
  expect(lines).toEqual([{ value: { text: 'a' } }, { value: { text: 'b' } }, { value: 5 }]);
});

it('says what is wrong with a line and goes on', async () => {
  const lines = await read(Buffer.from('{bad\n{"text":"a"}\n'));
  expect(lines).toEqual([
    { error: expect.stringContaining('JSON') as string },
    { value: { text: 'a' } },
  ]);
});

it('joins what arrives in pieces, letters included', async () => {
  const bytes = Buffer.from('{"text":"förnya"}\n{"text":"b"}');
  const pieces = [...bytes].map((byte) => Buffer.from([byte]));
  expect(await read(...pieces)).toEqual([{ value: { text: 'förnya' } }, { value: { text: 'b' } }]);
});

it('leaves line separators within a text alone', async () => {
  expect(await read(Buffer.from('{"text":"a\u2028b"}'))).toEqual([{ value: { text: 'a\u2028b' } }]);
});

it('gives up a line without end, and reads the next', async () => {
  const megabyte = Buffer.from('x'.repeat(1024 * 1024));
  const lines = await read(...Array<Buffer>(5).fill(megabyte), Buffer.from('\n{"text":"a"}'));
  expect(lines).toEqual([
    { error: expect.stringContaining('longer') as string },
    { value: { text: 'a' } },
  ]);
});
