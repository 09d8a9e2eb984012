/** Runs a call of another system and notes how it ended. */
export type WatchCall = <Result>(call: () => Promise<Result>) => Promise<Result>;

/** What watches the calls of a system, by its name in metrics and logs. */
export type WatchSystem = (system: string) => WatchCall;

/** Notes nothing. */
export const unwatched: WatchCall = (call) => call();
