/** Whether the check digits of an international bank account number, behind the letters of its country, are right (ISO 13616). */
export function hasIbanCheck(text: string): boolean {
  const iban = text.replace(/[^A-Z\d]/gi, '').toUpperCase();
  const moved = iban.slice(4) + iban.slice(0, 4);
  // A letter counts as two digits: A is 10, Z is 35.
  const digits = moved.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  return BigInt(digits) % 97n === 1n;
}
