/** What is left of a product key. */
export type Activations =
  /** Not a Multiple Activation Key: nothing to count. */
  | { readonly limit: 'none' }
  | { readonly limit: 'left'; readonly left: number; readonly allowed: number }
  /** The key has stopped working, and no more activations are granted. */
  | { readonly limit: 'used-up'; readonly allowed: number };

/** What {@link activations} goes by; `allowed` is absent for a key without a finite number. */
export interface ActivationCount {
  readonly allowed?: number | undefined;
  readonly used: number;
}

/**
 * What is left of a product key's activations.
 * Source: Microsoft Partner Network benefits FAQ, "Product keys", on Multiple Activation Keys.
 */
export function activations({ allowed, used }: ActivationCount): Activations {
  if (allowed === undefined) return { limit: 'none' };
  return used < allowed
    ? { limit: 'left', left: allowed - used, allowed }
    : { limit: 'used-up', allowed };
}
