import type { OutcomeCounts } from './report';

/** The rates of docs/deflection.md, from 0 to 1; undefined where nothing was counted. */
export interface Rates {
  /** Conversations that have ended and count. */
  readonly counted: number;
  readonly deflection: number | undefined;
  readonly confirmed: number | undefined;
}

/** Works out the rates of some conversations. */
export function ratesOf({ confirmed, assumed, escalated, abandoned }: OutcomeCounts): Rates {
  const counted = confirmed + assumed + escalated + abandoned;
  const share = (part: number) => (counted === 0 ? undefined : part / counted);
  return { counted, deflection: share(confirmed + assumed), confirmed: share(confirmed) };
}
