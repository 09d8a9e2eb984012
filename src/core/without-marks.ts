const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}/gu;

/** Takes the marks off letters: `förnya` gives `fornya`. What is a letter of its own, such as `ø`, stays. */
export function withoutMarks(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFD').replace(MARKS, '');
}
