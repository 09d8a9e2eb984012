/** What means nothing without the setting before it. */
const OWNED = [
  [
    'ACCOUNT_API_URL',
    [
      'ACCOUNT_API_KEY',
      'ACCOUNT_API_TOKEN_URL',
      'ACCOUNT_API_CLIENT_ID',
      'ACCOUNT_API_CLIENT_SECRET',
      'ACCOUNT_API_SCOPE',
    ],
  ],
  ['MicrosoftAppId', ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
  ['TICKET_WEBHOOK_URL', ['TICKET_WEBHOOK_SECRET']],
  ['TICKET_SMTP_URL', ['TICKET_MAIL_FROM', 'TICKET_MAIL_TO']],
] as const;

type Setting = (typeof OWNED)[number][0] | (typeof OWNED)[number][1][number];

/**
 * The settings that are missing beside others that mean nothing without them. Whoever has mistyped the name of one would
 * get invented companies instead of the account server, or tickets that stay in the bot's own database, without a word.
 */
export function faultsOfOwnerless(
  all: Readonly<Partial<Record<Setting, string | undefined>>>,
): (readonly [name: string, message: string])[] {
  return OWNED.flatMap(([owner, owned]) => {
    const present = owned.filter((name) => all[name] !== undefined);
    if (all[owner] !== undefined || present.length === 0) return [];
    return [[owner, `is needed with ${present.join(' and ')}`] as const];
  });
}
