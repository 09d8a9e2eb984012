import { ADDRESSES } from './details/addresses';
import { NUMBERS } from './details/numbers';
import { SECRETS } from './details/secrets';
import type { PrivateDetail } from './private-detail';

/** Every kind in the order in which they are looked for: what holds digits of others first. */
export const PRIVATE_DETAILS: readonly PrivateDetail[] = [...SECRETS, ...ADDRESSES, ...NUMBERS];
