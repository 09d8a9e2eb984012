/** Port: what time is it? Tests pass a fixed one. */
export type Clock = () => Date;
