import type { Clock } from '../core/clock';

/** Told how a call of another system ended, and how long it took. */
export type Called = (backend: string, outcome: string, seconds: number) => void;

/** Makes calls of one system measured: `done` or `failed`, from the call to its end. */
export function measureCalls(backend: string, called: Called, now: Clock) {
  return async <Result>(call: () => Promise<Result>): Promise<Result> => {
    const started = now().getTime();
    const end = (outcome: string) => called(backend, outcome, (now().getTime() - started) / 1000);
    try {
      const result = await call();
      end('done');
      return result;
    } catch (error) {
      end('failed');
      throw error;
    }
  };
}
