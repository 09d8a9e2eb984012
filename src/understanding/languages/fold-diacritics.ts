import { withoutMarks } from '../../core/without-marks';

/** Takes the marks off letters (`förnya` gives `fornya`), so that people may leave them out; `ø` and `æ` become plain too. */
export function foldDiacritics(text: string): string {
  return withoutMarks(text).replaceAll('ø', 'o').replaceAll('æ', 'a');
}
