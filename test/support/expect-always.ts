import { assert, type IAsyncProperty, type IProperty, type IRawProperty } from 'fast-check';

/** The same cases in every run, so that a change is judged by what it changes; another seed looks for others. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20_260_520);
/** How many times as many cases to try. */
const FACTOR = Number(process.env['PROPERTY_FACTOR'] ?? 1);

/** Tries a property on so many cases; throws the smallest that it doesn't hold for. */
export function expectAlways<T>(property: IAsyncProperty<T>, runs?: number): Promise<void>;
export function expectAlways<T>(property: IProperty<T>, runs?: number): void;
export function expectAlways<T>(property: IRawProperty<T>, runs = 100): Promise<void> | void {
  return assert(property, { seed: SEED, numRuns: runs * FACTOR });
}
