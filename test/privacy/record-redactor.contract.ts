import type { RecordRedactor } from '../../src/privacy/record-redactor';

/** What every redactor of records does, whatever else it asks. */
export function recordRedactorContract(redactorOf: () => RecordRedactor): void {
  it('hides what the local patterns find, text by text', async () => {
    const { texts } = await redactorOf().redactAll(
      ['Mail anna@contoso.example', '', 'Ring 070-123 45 67'],
      'sv',
    );
    expect(texts).toEqual(['Mail [e-mail]', '', 'Ring [phone]']);
  });

  it('takes no texts, long ones and strange ones', async () => {
    expect((await redactorOf().redactAll([], 'en')).texts).toEqual([]);
    const strange = ['a'.repeat(20_000), '\u{1F600}'.repeat(6000), '[x]\n\n[y]', '\u0000'];
    expect((await redactorOf().redactAll(strange, 'en')).texts).toEqual(strange);
  });
}
