/** Port: where a wing notes what happened. Facts are ids and figures, never what a person wrote. */
export interface Log {
  info(facts: object, event: string): void;
  warn(facts: object, event: string): void;
  error(facts: object, event: string): void;
}
