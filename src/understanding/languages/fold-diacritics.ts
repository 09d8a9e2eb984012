/** Takes the marks off letters (`förnya` gives `fornya`), so that people may leave them out. */
export function foldDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'a');
}
