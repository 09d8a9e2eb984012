/** Port: what is hidden before anything is stored or handed on? */
export interface Redactor {
  /** The text with private details replaced by their kind in brackets, such as `[e-mail]`. Never rejects. */
  redact(text: string): Promise<string>;
}
