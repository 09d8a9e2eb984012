import { toCsv } from '../../src/support-page/parts/csv';
import { createTable } from '../../src/support-page/parts/table';

const FORMULAS = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'];

function tableOf(rows: readonly { readonly text: string; readonly share: number }[]) {
  return createTable(
    { name: 'test', caption: 'Test' },
    [
      { label: 'Text', kind: 'text', of: ({ text }: { text: string }) => text },
      { label: 'Share', kind: 'share', of: ({ share }: { share: number }) => share },
    ],
    rows,
  );
}

const readerIn = (locale: string) => ({ locale, timeZone: 'Europe/Stockholm' });

describe('a table as CSV', () => {
  it.each([
    ['en-GB', '\uFEFFText,Share\r\n"a ""b""; c",0.25\r\n'],
    ['sv-SE', '\uFEFFText;Share\r\n"a ""b""; c";0,25\r\n'],
  ])('opens in a spreadsheet of %s as it is', (locale, expected) => {
    expect(toCsv(tableOf([{ text: 'a "b"; c', share: 0.25 }]), readerIn(locale))).toBe(expected);
  });

  it('tells instants as spreadsheets read them, where the desk is', () => {
    const column = { label: 'At', kind: 'instant', of: (at: string) => at } as const;
    const table = createTable(
      { name: 'test', caption: '' },
      [column],
      ['2026-12-31T23:30:00.000Z'],
    );
    expect(toCsv(table, readerIn('sv-SE'))).toBe('\uFEFFAt\r\n2027-01-01 00:30:00\r\n');
  });

  it.each(FORMULAS)('holds no formula: %j', (text) => {
    const [, line = ''] = toCsv(tableOf([{ text, share: 0 }]), readerIn('en-GB')).split('\r\n');
    expect(line.replace(/^"/, '')).toMatch(/^'/);
  });
});
