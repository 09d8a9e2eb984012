import { existsSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './core/errors';

const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((value) => value === 'true');

/** Every setting: name, meaning and default are held against `.env.example` by a test. */
const settings = z
  .object({
    PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3978),
    HOST: z.string().min(1).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^file:.+/, 'must be file:PATH')
      .default('file:data/bot.db'),
    DEFAULT_LANGUAGE: z.string().min(2).default('en'),
    TIME_ZONE: z
      .string()
      .refine(isTimeZone, 'must be an IANA time zone such as Europe/Stockholm')
      .default('Europe/Stockholm'),
    EXPOSE_RECOGNITION: flag,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DEMO_USER: z.string().optional(),
    ACCOUNT_API_URL: z.url('must be the address of an account server').optional(),
    ACCOUNT_API_KEY: z.string().optional(),
    ACCOUNT_API_TOKEN_URL: z.url('must be the address of a token endpoint').optional(),
    ACCOUNT_API_CLIENT_ID: z.string().optional(),
    ACCOUNT_API_CLIENT_SECRET: z.string().optional(),
    ACCOUNT_API_SCOPE: z.string().optional(),
  })
  .superRefine((all, context) => {
    const complain = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (all.ACCOUNT_API_URL === undefined) return;
    if (all.ACCOUNT_API_KEY === undefined && all.ACCOUNT_API_TOKEN_URL === undefined)
      complain(
        'ACCOUNT_API_KEY',
        'or ACCOUNT_API_TOKEN_URL must say how to sign in to ACCOUNT_API_URL',
      );
    if (all.ACCOUNT_API_TOKEN_URL === undefined) return;
    for (const name of ['ACCOUNT_API_CLIENT_ID', 'ACCOUNT_API_CLIENT_SECRET'] as const)
      if (all[name] === undefined) complain(name, 'is needed with ACCOUNT_API_TOKEN_URL');
  });

export type Config = Readonly<z.infer<typeof settings>>;

/** Names of all settings, for the test that holds `.env.example` against them. */
export const SETTING_NAMES = Object.keys(settings.shape);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The environment of this process, completed by a file of settings where there is one. */
export function readEnvironment(file: string): NodeJS.ProcessEnv {
  // What is set outside wins: loadEnvFile leaves it as it is.
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/**
 * Reads all settings from an environment; an empty value counts as not set.
 * Throws {@link ConfigError} that lists every faulty setting with what it must be.
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const present = Object.entries(environment).filter(([, value]) => value !== '');
  const result = settings.safeParse(Object.fromEntries(present));
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join('.')}: ${issue.message} (see .env.example)`,
  );
  throw new ConfigError(`Settings can't be used:\n${problems.join('\n')}`);
}
