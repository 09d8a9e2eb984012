const EMAIL =
  /[\p{L}\p{N}._%+-][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/u;

/** The first e-mail address in a text; undefined when there is none. It holds nothing that means something in a header. */
export function emailIn(text: string): string | undefined {
  return EMAIL.exec(text)?.[0];
}
