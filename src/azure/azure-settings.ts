import { z } from 'zod';
import { safeAddress } from '../core/safe-address';

/** Documents of one classification job, each a text record: a smaller budget would never let one through. */
const LEAST_BUDGET = 25;

/** The settings of Azure AI Language: docs/azure-language.md. */
export const azureSettings = {
  AZURE_LANGUAGE_ENDPOINT: safeAddress
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  AZURE_LANGUAGE_KEY: z.string().optional(),
  AZURE_LANGUAGE_IDENTITY: z.string().optional(),
  AZURE_LANGUAGE_RECORDS_PER_MINUTE: z.coerce
    .number('must be a whole number')
    .int()
    .min(LEAST_BUDGET, `must be ${LEAST_BUDGET} or more`)
    .default(200),
  AZURE_LANGUAGE_PROJECT: z.string().optional(),
  AZURE_LANGUAGE_DEPLOYMENT: z.string().optional(),
};

type AzureSettings = z.infer<z.ZodObject<typeof azureSettings>>;

/** What doesn't fit together, as setting and message. */
export function faultsOfAzure(all: AzureSettings): (readonly [name: string, message: string])[] {
  const { AZURE_LANGUAGE_ENDPOINT: endpoint, AZURE_LANGUAGE_KEY: key } = all;
  const isProjectHalf =
    (all.AZURE_LANGUAGE_PROJECT === undefined) !== (all.AZURE_LANGUAGE_DEPLOYMENT === undefined);
  return [
    // A key may go unencrypted to this machine, a token nowhere.
    ...(key === undefined && /^http:/i.test(endpoint ?? '')
      ? [['AZURE_LANGUAGE_ENDPOINT', 'must be an https address'] as const]
      : []),
    ...(isProjectHalf
      ? [['AZURE_LANGUAGE_PROJECT', 'and AZURE_LANGUAGE_DEPLOYMENT go together'] as const]
      : []),
  ];
}
