const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}/gu;

/** Takes the marks off letters (`förnya` gives `fornya`), so that people may leave them out. */
export function foldDiacritics(text: string): string {
  if (ASCII.test(text)) return text;
  return text.normalize('NFD').replace(MARKS, '').replaceAll('ø', 'o').replaceAll('æ', 'a');
}
