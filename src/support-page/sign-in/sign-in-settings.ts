import { z } from 'zod';
import { safeAddress } from '../../core/safe-address';
import { isPasswordHash } from './password';

/** The settings of signing in to the support page: docs/support.md. */
export const signInSettings = {
  SUPPORT_PASSWORD_HASH: z
    .string()
    .refine(isPasswordHash, 'must be what npm run support-password prints')
    .optional(),
  SUPPORT_OIDC_ISSUER: safeAddress.optional(),
  SUPPORT_OIDC_CLIENT_ID: z.string().optional(),
  SUPPORT_OIDC_CLIENT_SECRET: z.string().optional(),
  SUPPORT_OIDC_ROLE: z.string().default('Support'),
};

type SignInSettings = z.infer<z.ZodObject<typeof signInSettings>>;

/** What doesn't fit together, as setting and message. */
export function faultsOfSignIn(
  all: Pick<
    SignInSettings,
    'SUPPORT_OIDC_ISSUER' | 'SUPPORT_OIDC_CLIENT_ID' | 'SUPPORT_OIDC_CLIENT_SECRET'
  >,
): (readonly [name: string, message: string])[] {
  if (all.SUPPORT_OIDC_ISSUER === undefined) return [];
  return (['SUPPORT_OIDC_CLIENT_ID', 'SUPPORT_OIDC_CLIENT_SECRET'] as const)
    .filter((name) => all[name] === undefined)
    .map((name) => [name, 'is needed with SUPPORT_OIDC_ISSUER']);
}
